using System.Text.Json;
using System.Text.Json.Nodes;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;
using GovGraph.GraphQL.Validation;

namespace GovGraph.Conformance;

/// <summary>validate: the errors of "query" on the schema "sdl".</summary>
internal sealed class ValidateCase : CaseKind
{
    public override JsonObject Run(JsonElement @case)
    {
        var schema = SchemaBuilder.Build(@case.GetProperty("sdl").GetString()!);
        if (!schema.IsBuilt) return Answer(schema.Errors);

        var query = Parser.Parse(@case.GetProperty("query").GetString()!, ParserLimits.Trusted);
        return query.IsParsed
            ? Answer(Validator.Validate(schema.Schema, query.Node, ValidationOptions.SpecificationOnly with { MaxErrors = int.MaxValue }))
            : Answer([query.Error]);
    }

    private static JsonObject Answer(IEnumerable<GraphQLError> errors) => new()
    {
        ["errors"] = new JsonArray([.. errors.Select(Answer)]),
    };

    private static JsonObject Answer(GraphQLError error) => new()
    {
        ["rule"] = error.Rule,
        ["message"] = error.Message,
        ["locations"] = new JsonArray([.. error.Locations.Select(location => new JsonArray(location.Line, location.Column))]),
    };
}
