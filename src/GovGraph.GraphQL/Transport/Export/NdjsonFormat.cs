using System.Buffers;
using System.Collections.Immutable;
using System.IO.Pipelines;
using System.Text.Json;

namespace GovGraph.GraphQL.Transport.Export;

/// <summary>application/x-ndjson: a line for each node, exactly as a query's response has it.</summary>
/// <seealso href="https://github.com/ndjson/ndjson-spec"/>
internal sealed class NdjsonFormat() : RowFormat("application", "x-ndjson")
{
    public override string ContentType => "application/x-ndjson; charset=utf-8";

    public override string Extension => "ndjson";

    public override RowWriter Open(Stream body, ImmutableArray<Column> columns) => new Writer(PipeWriter.Create(body, new StreamPipeWriterOptions(leaveOpen: true)));

    private sealed class Writer(PipeWriter lines) : RowWriter
    {
        public override void Write(JsonElement node)
        {
            // The engine writes no line breaks.
            lines.Write(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(node));
            lines.Write("\n"u8);
        }

        public override async Task FlushAsync(CancellationToken cancellation) => await lines.FlushAsync(cancellation);

        public override ValueTask DisposeAsync() => lines.CompleteAsync();
    }
}
