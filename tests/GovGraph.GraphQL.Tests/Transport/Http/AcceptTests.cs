using GovGraph.GraphQL.Transport.Http;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Http;

public sealed class AcceptTests
{
    private static readonly MediaTypeOffer[] s_offers =
        [new("application", "json"), new("application", "graphql-response+json"), new("text", "event-stream")];

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("text/*", "text/event-stream")]
    [InlineData("application/json, text/plain, */*", "application/json")]
    [InlineData("application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("APPLICATION/GraphQL-Response+JSON", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json, application/json", "application/graphql-response+json")]
    [InlineData("application/json, application/graphql-response+json", "application/json")]
    [InlineData("application/json;q=0.9, application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/json;q=0.5, */*;q=0.8", "application/graphql-response+json")]
    [InlineData("application/json;q=0, */*", "application/graphql-response+json")]
    [InlineData("application/json;q=0", null)]
    [InlineData("*/*;q=0", null)]
    [InlineData("image/png", null)]
    [InlineData("application/json; charset=UTF-8", "application/json")]
    [InlineData("application/json; charset=utf-16", null)]
    [InlineData("image/png, text/event-stream;q=0.001", "text/event-stream")]
    public void The_highest_quality_wins_then_the_more_precise_range(string? header, string? expected)
    {
        Assert.True(Accept.TryParse(header, out var accept));
        Assert.Equal(expected, accept.Choose<MediaTypeOffer>(s_offers)?.ToString());
    }

    [Theory]
    [InlineData("unsupported")]
    [InlineData("application/")]
    [InlineData("/json")]
    [InlineData("application/json application/xml")]
    public void A_header_that_is_no_list_of_media_ranges_is_told_apart(string header) =>
        Assert.False(Accept.TryParse(header, out _));
}
