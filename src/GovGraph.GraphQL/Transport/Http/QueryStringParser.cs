using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>Reads the request parameters of a GET from its URL.</summary>
/// <seealso href="https://graphql.github.io/graphql-over-http/draft/#sec-GET"/>
internal static class QueryStringParser
{
    /// <summary>Gives what was read, or the fault that makes it unreadable.</summary>
    public static RequestFault? Parse(IQueryCollection query, out ParsedRequest? request)
    {
        request = null;
        foreach (var name in (ReadOnlySpan<string>)["query", "id", "documentId", "operationName", "variables", "extensions"])
        {
            if (query[name].Count > 1) return ParametersReader.Invalid($"`{name}` is given {query[name].Count} times.");
        }

        var read = new ParsedRequest();
        var extensions = default(JsonElement);
        var fault = ParseObject(query, "variables", read, out var variables) ?? ParseObject(query, "extensions", read, out extensions);
        if (fault is not null)
        {
            read.Dispose();
            return fault;
        }

        read.Operations.Add(new RequestParameters
        {
            Query = NullIfEmpty(query["query"]),
            Id = NullIfEmpty(query["id"]) ?? NullIfEmpty(query["documentId"]),
            OperationName = NullIfEmpty(query["operationName"]),
            Variables = variables,
            Extensions = extensions,
        });
        request = read;
        return null;
    }

    private static RequestFault? ParseObject(IQueryCollection query, string name, ParsedRequest owner, out JsonElement value)
    {
        value = default;
        return NullIfEmpty(query[name]) is { } text ? RequestParser.ParseObject(name, Encoding.UTF8.GetBytes(text), owner, out value) : null;
    }

    private static string? NullIfEmpty(StringValues values) => StringValues.IsNullOrEmpty(values) ? null : values[0];
}
