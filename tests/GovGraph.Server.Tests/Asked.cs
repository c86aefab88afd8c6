using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>What a server answers to one POST that wants the status to tell the outcome.</summary>
internal sealed record Asked(HttpStatusCode Status, JsonElement Body)
{
    public JsonElement Error => Body.GetProperty("errors")[0];

    public string? Code => Error.GetProperty("extensions").GetProperty("code").GetString();

    public string? Message => Error.GetProperty("message").GetString();

    public static Task<Asked> Of(HttpClient client, string query, object? variables = null, string? cost = null) =>
        OfBody(client, JsonSerializer.Serialize(new { query, variables }), cost);

    public static async Task<Asked> OfBody(HttpClient client, string body, string? cost = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Accept", "application/graphql-response+json");
        if (cost is not null) request.Headers.TryAddWithoutValidation("GraphQL-Cost", cost);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new(response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
