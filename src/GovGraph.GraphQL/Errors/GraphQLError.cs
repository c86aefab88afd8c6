using System.Collections.Immutable;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Errors;

/// <summary>An error as a response lists it. A request error is such a value, never an exception.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Errors"/>
public sealed record GraphQLError(string Message)
{
    public ImmutableArray<Location> Locations { get; init; } = [];

    /// <summary>Response names and list indexes from the root to the field; empty for a request error.</summary>
    public ImmutableArray<object> Path { get; init; } = [];

    /// <summary>A stable word for programs, written to <c>extensions.code</c>.</summary>
    public string? Code { get; init; }

    /// <summary>What else goes to <c>extensions</c>: values that System.Text.Json can write.</summary>
    public ImmutableDictionary<string, object?> Extensions { get; init; } = ImmutableDictionary<string, object?>.Empty;

    /// <summary>The validation rule that found it, by its name in the specification; null for other errors.</summary>
    public string? Rule { get; init; }
}
