using System.Text;
using GovGraph.GraphQL.Transport.Http;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Http;

public sealed class RequestParserTests
{
    [Fact]
    public void All_parameters_are_read_in_any_order()
    {
        using var request = Parse("""{"extensions":{"e":1},"variables":{"v":{"w":[]}},"operationName":"A","documentId":"d","qu\u0065ry":"{\u0061 \ud83d\ude00}"}""");
        var parameters = request.Operations.Single();
        Assert.False(request.IsBatch);
        Assert.Equal("{a 😀}", parameters.Query);
        Assert.Equal("d", parameters.Id);
        Assert.Equal("A", parameters.OperationName);
        Assert.Equal("""{"v":{"w":[]}}""", parameters.Variables.GetRawText());
        Assert.Equal("""{"e":1}""", parameters.Extensions.GetRawText());
    }

    [Fact]
    public void A_byte_order_mark_is_skipped()
    {
        using var request = Parse("\uFEFF{\"query\":\"{a}\"}");
        Assert.Equal("{a}", request.Operations.Single().Query);
    }

    [Fact]
    public void Numbers_are_kept_as_written_however_large()
    {
        var digits = new string('9', 10_000);
        using var request = Parse($$$"""{"query":"{a}","variables":{"n":{{{digits}}},"e":1e999999999}}""");
        Assert.Equal($$"""{"n":{{digits}},"e":1e999999999}""", request.Operations.Single().Variables.GetRawText());
    }

    [Theory]
    [InlineData("", "HC0012", "Invalid JSON document: the body is empty.")]
    [InlineData(" ", "HC0012", "Invalid JSON document: line 1, byte 2.")]
    [InlineData("{ \"not a JSON", "HC0012", "Invalid JSON document: line 1, byte 14.")]
    [InlineData("{\"query\":\"{a}\"", "HC0012", "Invalid JSON document: line 1, byte 15.")]
    [InlineData("{\"query\":\"{a}\"} {}", "HC0012", "Invalid JSON document: line 1, byte 17.")]
    [InlineData("{\n\"query\": a}", "HC0012", "Invalid JSON document: line 2, byte 10.")]
    [InlineData("{\"query\":\"{a}\",}", "HC0012", "Invalid JSON document: line 1, byte 16.")]
    [InlineData("// no\n{}", "HC0012", "Invalid JSON document: line 1, byte 1.")]
    [InlineData("\0", "HC0012", "Invalid JSON document: line 1, byte 1.")]
    [InlineData("{\"variables\":{\"a\":\"\\ud83d\"}}", "HC0012", "Invalid JSON document: a string has half of a surrogate pair.")]
    [InlineData("null", "HC0009", "Invalid GraphQL request: the body must be an object, but it is null.")]
    [InlineData("[]", "HC0009", "Invalid GraphQL request: the body must be an object, but it is an array, and batches of requests are turned off.")]
    [InlineData("\"{a}\"", "HC0009", "Invalid GraphQL request: the body must be an object, but it is a string.")]
    [InlineData("{\"query\":{}}", "HC0009", "Invalid GraphQL request: `query` must be a string, but it is an object.")]
    [InlineData("{\"query\":0}", "HC0009", "Invalid GraphQL request: `query` must be a string, but it is a number.")]
    [InlineData("{\"query\":false}", "HC0009", "Invalid GraphQL request: `query` must be a string, but it is a boolean.")]
    [InlineData("{\"id\":[]}", "HC0009", "Invalid GraphQL request: `id` must be a string, but it is an array.")]
    [InlineData("{\"operationName\":[\"A\"]}", "HC0009", "Invalid GraphQL request: `operationName` must be a string, but it is an array.")]
    [InlineData("{\"variables\":\"{}\"}", "HC0009", "Invalid GraphQL request: `variables` must be an object, but it is a string.")]
    [InlineData("{\"variables\":[]}", "HC0009", "Invalid GraphQL request: `variables` must be an object, but it is an array.")]
    [InlineData("{\"extensions\":true}", "HC0009", "Invalid GraphQL request: `extensions` must be an object, but it is a boolean.")]
    [InlineData("{\"query\":\"{a}\",\"query\":\"{b}\"}", "HC0009", "Invalid GraphQL request: `query` is given twice.")]
    [InlineData("{\"query\":\"{a}\",\"quer\\u0079\":\"{b}\"}", "HC0009", "Invalid GraphQL request: `query` is given twice.")]
    [InlineData("{\"variables\":{\"a\":{\"b\":1,\"b\":2}}}", "HC0009", "Invalid GraphQL request: `variables` has an object with the same name twice.")]
    public void What_cannot_be_taken_is_said_with_its_place(string json, string code, string message)
    {
        var fault = RequestParser.Parse(Encoding.UTF8.GetBytes(json), out var request);
        Assert.Null(request);
        Assert.Equal(new RequestFault(400, code, message), fault);
    }

    [Fact]
    public void Nesting_beyond_64_levels_is_refused()
    {
        var json = $$$"""{"variables":{"a":{{{new string('[', 100_000)}}}""";
        var fault = RequestParser.Parse(Encoding.UTF8.GetBytes(json), out _);
        Assert.Equal(new RequestFault(400, "HC0012", "Invalid JSON document: line 1, byte 81."), fault);
    }

    private static ParsedRequest Parse(string json)
    {
        Assert.Null(RequestParser.Parse(Encoding.UTF8.GetBytes(json), out var request));
        return request!;
    }
}
