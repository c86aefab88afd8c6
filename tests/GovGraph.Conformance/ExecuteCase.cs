using System.Text.Json;
using System.Text.Json.Nodes;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;
using GovGraph.GraphQL.Validation;

namespace GovGraph.Conformance;

/// <summary>execute: "query" over the value "root"; introspect: the same without a value.</summary>
internal sealed class ExecuteCase : CaseKind
{
    private static readonly ExecutionOptions s_options = new()
    {
        Parser = ParserLimits.Trusted,
        Validation = ValidationOptions.SpecificationOnly,
        Costs = new() { EnforceCostLimits = false },
    };

    public override JsonObject Run(JsonElement @case)
    {
        var schema = SchemaBuilder.Build(@case.GetProperty("sdl").GetString()!);
        if (!schema.IsBuilt) return new JsonObject { ["fault"] = string.Join('\n', schema.Errors.Select(error => error.Message)) };

        var bound = BoundSchema.Create(schema.Schema, new SchemaBindings().Dynamic(Resolve));
        var request = new GraphQLRequest
        {
            Query = @case.GetProperty("query").GetString()!,
            OperationName = @case.TryGetProperty("operationName", out var name) ? name.GetString() : null,
            Variables = @case.TryGetProperty("variables", out var variables) ? variables : default,
            RootValue = @case.TryGetProperty("root", out var root) ? Plain(root) : null,
        };
        var executing = new RequestExecutor(bound, s_options).ExecuteAsync(request);
        if (!executing.IsCompleted) throw new InvalidOperationException("Nothing here should have to wait.");

        using var response = executing.GetAwaiter().GetResult();
        return Answer(JsonNode.Parse(response.Body.Span)!.AsObject());
    }

    /// <summary>A field named echo returns its arguments; any other is the entry of its name.</summary>
    private static object? Resolve(object parent, FieldContext context) => context.FieldName == "echo"
        ? JsonSerializer.Serialize(context.Arguments)
        : DynamicValue.Entry(parent, context);

    private static JsonObject Answer(JsonObject response)
    {
        var answer = new JsonObject();
        if (response.TryGetPropertyValue("data", out var data)) answer["data"] = data?.DeepClone();
        answer["errors"] = new JsonArray([.. (response["errors"]?.AsArray() ?? []).Select(error => (JsonNode)new JsonObject
        {
            ["message"] = error!["message"]!.DeepClone(),
            ["path"] = error["path"]?.DeepClone(),
            ["locations"] = new JsonArray([.. (error["locations"]?.AsArray() ?? []).Select(location =>
                (JsonNode)new JsonArray(location!["line"]!.DeepClone(), location["column"]!.DeepClone()))]),
        })]);
        return answer;
    }

    private static object? Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(property => property.Name, property => Plain(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out var integer) ? integer : json.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        _ => null,
    };
}
