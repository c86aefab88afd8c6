using System.Text;
using System.Text.Json;
using GovGraph.GraphQL.Transport.Export;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Export;

public sealed class CsvFormatTests
{
    [Fact]
    public async Task A_byte_order_mark_tells_spreadsheets_that_it_is_utf_8()
    {
        using var body = new MemoryStream();
        await using (new CsvFormat().Open(body, [new Column(["tên"])]))
        {
        }

        Assert.Equal("\uFEFFtên\r\n", Encoding.UTF8.GetString(body.ToArray()));
    }

    [Fact]
    public async Task Rows_that_fill_every_buffer_wait_for_the_reader()
    {
        using var body = new WaitingStream();
        await using (var rows = new CsvFormat().Open(body, [new Column(["a"])]))
        {
            for (var row = 0; row < 50_000; row++) rows.Write(JsonElement.Parse("""{"a":"một"}"""));
            await rows.FlushAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal($"\uFEFFa\r\n{string.Concat(Enumerable.Repeat("một\r\n", 50_000))}", Encoding.UTF8.GetString(body.ToArray()));
    }

    /// <summary>As the body of a response: nothing is written without waiting.</summary>
    private sealed class WaitingStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var start = Length;
            SetLength(start + buffer.Length);
            buffer.CopyTo(GetBuffer().AsMemory((int)start));
            return ValueTask.CompletedTask;
        }
    }
}
