using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>Reads the request parameters of a GET from its URL.</summary>
/// <seealso href="https://graphql.github.io/graphql-over-http/draft/#sec-GET"/>
internal static class QueryStringParser
{
    public static RequestFault? Parse(IQueryCollection query, out RequestParameters? parameters)
    {
        parameters = null;
        foreach (var name in (ReadOnlySpan<string>)["query", "id", "documentId", "operationName", "variables", "extensions"])
        {
            if (query[name].Count > 1)
            {
                return new RequestFault(StatusCodes.Status400BadRequest, "HC0009", $"Invalid GraphQL request: `{name}` is given {query[name].Count} times.");
            }
        }

        var fault = ParseObject(query, "variables", out var variables);
        if (fault is not null) return fault;
        fault = ParseObject(query, "extensions", out var extensions);
        if (fault is not null)
        {
            variables?.Dispose();
            return fault;
        }

        parameters = new RequestParameters
        {
            Query = NullIfEmpty(query["query"]),
            Id = NullIfEmpty(query["id"]) ?? NullIfEmpty(query["documentId"]),
            OperationName = NullIfEmpty(query["operationName"]),
            Variables = variables,
            Extensions = extensions,
        };
        return null;
    }

    private static RequestFault? ParseObject(IQueryCollection query, string name, out System.Text.Json.JsonDocument? value)
    {
        value = null;
        return NullIfEmpty(query[name]) is { } text ? RequestParser.ParseObject(name, Encoding.UTF8.GetBytes(text), out value) : null;
    }

    private static string? NullIfEmpty(StringValues values) => StringValues.IsNullOrEmpty(values) ? null : values[0];
}
