using System.Text;
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
}
