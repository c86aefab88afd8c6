using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types;

/// <summary>From the schema definition language to a schema that is known to be valid.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System"/>
public static class SchemaBuilder
{
    /// <summary>The documents together are one schema: one may extend what another defines.</summary>
    public static SchemaResult Build(params IEnumerable<string> sdl)
    {
        var documents = sdl.Select(text => Parser.Parse(text, ParserLimits.Trusted)).ToList();
        var errors = documents.Select(document => document.Error).OfType<GraphQLError>().ToList();
        return errors.Count > 0
            ? new SchemaResult(errors)
            : Build(documents.SelectMany(document => document.Node!.Definitions));
    }

    public static SchemaResult Build(DocumentNode sdl) => Build(sdl.Definitions);

    private static SchemaResult Build(IEnumerable<DefinitionNode> definitions)
    {
        var document = new TypeSystemDocument(definitions);
        var errors = TypeSystemRules.Check(document);
        return errors.Count > 0 ? new SchemaResult(errors) : new SchemaResult(new SchemaAssembly(document).Assemble());
    }
}
