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

    public override RowWriter Open(Stream body, ImmutableArray<Column> columns) => new Writer(CsvWriter.Create(body, s_options, leaveOpen: true), columns);

    private sealed class Writer : RowWriter
    {
        private readonly CsvWriter _csv;
        private readonly ImmutableArray<Column> _columns;

        public Writer(CsvWriter csv, ImmutableArray<Column> columns)
        {
            (_csv, _columns) = (csv, columns);
            csv.WriteHeader([.. columns.Select(column => column.Name)]);
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

        public override Task FlushAsync(CancellationToken cancellation) => _csv.FlushAsync(cancellation).AsTask();

        public override ValueTask DisposeAsync() => _csv.DisposeAsync();

        private static string Text(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetRawText() : value.ToString();
    }
}
