using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>A type is extended that is defined, by an extension of its own kind.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-Extensions"/>
internal sealed class PossibleTypeExtensions : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document)
    {
        var definitions = document.TypeDefinitions.Where(type => !type.IsExtension).ToLookup(type => type.Name.Value);
        foreach (var extension in document.TypeDefinitions.Where(type => type.IsExtension))
        {
            var definition = definitions[extension.Name.Value].FirstOrDefault();
            if (definition is null)
            {
                yield return Error($"Cannot extend type \"{extension.Name}\" because it is not defined.", extension.Name);
            }
            else if (definition.GetType() != extension.GetType())
            {
                var (kind, otherKind) = (Printer.Keyword(definition), Printer.Keyword(extension));
                yield return Error($"Cannot extend \"{extension.Name}\" as {otherKind}: it is defined as {kind}.", definition, extension);
            }
        }
    }
}
