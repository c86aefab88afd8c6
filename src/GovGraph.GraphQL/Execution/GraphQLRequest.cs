using System.Text.Json;
using GovGraph.GraphQL.Costs;

namespace GovGraph.GraphQL.Execution;

/// <summary>What a caller asks.</summary>
public sealed record GraphQLRequest
{
    public required string Query { get; init; }

    /// <summary>The name that the operator gave the document; null for one that came with the request.</summary>
    public string? DocumentId { get; init; }

    public string? OperationName { get; init; }

    /// <summary>A JSON object; null or undefined where there are none.</summary>
    public JsonElement Variables { get; init; }

    public JsonElement Extensions { get; init; }

    /// <summary>The transport that forbids a kind of operation says so here: GET must not change anything.</summary>
    public bool AllowsMutation { get; init; } = true;

    public CostReporting CostReporting { get; init; }

    /// <summary>Pays for the operation, and for each event of a subscription; null where nobody counts.</summary>
    public Spend? Spend { get; init; }

    /// <summary>What resolvers find by <c>context.Get&lt;T&gt;()</c>.</summary>
    public RequestState State { get; init; } = new();

    /// <summary>The value that root fields are resolved on, where the root types are not bound by <c>SchemaBindings.Root</c>.</summary>
    public object? RootValue { get; init; }
}
