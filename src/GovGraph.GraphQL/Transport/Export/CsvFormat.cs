using System.Collections.Immutable;
using System.Text.Json;
using CsvHelper;

namespace GovGraph.GraphQL.Transport.Export;

/// <summary>text/csv: a heading, then a line for each node, flat.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc4180"/>
internal sealed class CsvFormat() : RowFormat("text", "csv")
{
    // For spreadsheets: without the mark they read an old code page, and they would take a stranger's words for a formula.
    private static readonly CsvWriterOptions s_options = CsvWriterOptions.Default with { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public override string ContentType => "text/csv; charset=utf-8; header=present";

    public override string Extension => "csv";

    public override RowWriter Open(Stream body, ImmutableArray<Column> columns) => new Writer(body, columns);

    private sealed class Writer : RowWriter
    {
        // The writer empties its buffer without waiting whenever it is full, which a response doesn't allow.
        private readonly MemoryStream _page = new();
        private readonly Stream _body;
        private readonly CsvWriter _csv;
        private readonly ImmutableArray<Column> _columns;

        public Writer(Stream body, ImmutableArray<Column> columns)
        {
            (_body, _columns) = (body, columns);
            _csv = CsvWriter.Create(_page, s_options, leaveOpen: true);
            _csv.WriteHeader([.. columns.Select(column => column.Name)]);
        }

        public override void Write(JsonElement node)
        {
            foreach (var column in _columns)
            {
                switch (column.ValuesOf(node))
                {
                    case [{ ValueKind: JsonValueKind.Number } number] when number.TryGetDecimal(out var value):
                        _csv.WriteField(value, "");
                        break;
                    case var values:
                        _csv.WriteField(string.Join("; ", values.Select(Text)));
                        break;
                }
            }

            _csv.EndRecord();
        }

        public override async Task FlushAsync(CancellationToken cancellation)
        {
            await _csv.FlushAsync(cancellation);
            await SendAsync(cancellation);
        }

        public override async ValueTask DisposeAsync()
        {
            await _csv.DisposeAsync();
            await SendAsync(CancellationToken.None);
        }

        private async Task SendAsync(CancellationToken cancellation)
        {
            await _body.WriteAsync(_page.GetBuffer().AsMemory(0, (int)_page.Length), cancellation);
            await _body.FlushAsync(cancellation);
            _page.SetLength(0);
        }

        private static string Text(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetRawText() : value.ToString();
    }
}
