using System.Text.Json;

namespace GovGraph.Server.Tests.Hostile;

/// <summary>A request made to cost much, and what a caller is told: the code, or none, and how the message begins.</summary>
internal sealed record HostileRequest(string Body, string Code, string Message)
{
    public static HostileRequest Document(string document, string code, string message) =>
        new(JsonSerializer.Serialize(new { query = document }), code, message);

    /// <summary>Of an operation that takes a filter, ids and a page size.</summary>
    public static HostileRequest Variables(string variables, string code, string message)
    {
        const string Query = "query ($where: TaskFilterInput, $ids: [ID!] = [], $first: Int) { tasks(where: $where, first: $first) { totalCount } nodes(ids: $ids) { id } }";
        return new($$"""{ "query": {{JsonSerializer.Serialize(Query)}}, "variables": { {{variables}} } }""", code, message);
    }
}
