using System.Text.Json;
using GovGraph.Server.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace GovGraph.Server.Tests.Access;

/// <summary>What a proxy and the server could read as two different keys is none.</summary>
public sealed class ShownKeyTests
{
    private const string Twice = "A key is sent once.";

    [Theory]
    [InlineData(new[] { "Bearer a", "Bearer b" }, new string[0], Twice)]
    [InlineData(new[] { "Bearer a", "Bearer a" }, new string[0], Twice)]
    [InlineData(new string[0], new[] { "a", "b" }, Twice)]
    [InlineData(new[] { "Bearer a" }, new[] { "a", "a" }, Twice)]
    [InlineData(new[] { "Bearer a" }, new[] { "" }, "`Authorization` and `X-Api-Key` hold different keys: send one of them.")]
    [InlineData(new[] { "Bearer a" }, new[] { "A" }, "`Authorization` and `X-Api-Key` hold different keys: send one of them.")]
    [InlineData(new[] { "" }, new[] { "a" }, "Send the key as `Authorization: Bearer …`, or as `X-Api-Key: …`.")]
    [InlineData(new[] { "Basic a" }, new[] { "a" }, "Send the key as `Authorization: Bearer …`, or as `X-Api-Key: …`.")]
    public void What_is_not_clear_is_not_taken(string[] authorization, string[] apiKey, string fault) => Assert.Equal(new ShownKey(null, fault), ShownKey.Of(Headers(authorization, apiKey)));

    [Fact]
    public void Two_keys_in_one_header_are_none() => Assert.Equal("a, Bearer b", ShownKey.Of(Headers(["Bearer a, Bearer b"], [])).Text);

    [Theory]
    [InlineData("""{"Authorization":"Bearer a"}""", "a")]
    [InlineData("""{"X-Api-Key":"a","authorization":"Bearer a"}""", "a")]
    [InlineData("{}", "header")]
    [InlineData("[]", "header")]
    [InlineData("\"a\"", "header")]
    [InlineData("""{"nested":{"X-Api-Key":"a"}}""", "header")]
    [InlineData("""{"X-Api-Key":{"a":1}}""", "")]
    [InlineData("""{"X-Api-Key":null}""", "")]
    public void The_first_message_of_a_socket_counts_before_its_headers(string payload, string key) =>
        Assert.Equal(new ShownKey(key), ShownKey.Of(JsonElement.Parse(payload), Headers([], ["header"])));

    [Fact]
    public void What_is_printed_by_accident_is_no_key() => Assert.Equal("a key", ShownKey.Of(Headers([], ["gg_secret"])).ToString());

    private static HeaderDictionary Headers(string[] authorization, string[] apiKey) => new()
    {
        ["Authorization"] = new StringValues(authorization),
        [ShownKey.ApiKeyHeader] = new StringValues(apiKey),
    };
}
