using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>Names that begin with two underscores, and the names of the five scalars, are the specification's.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Names.Reserved-Names"/>
internal sealed class NamesAreNotReserved : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document)
    {
        foreach (var name in Names(document).Where(name => name.Value.StartsWith("__", StringComparison.Ordinal)))
        {
            yield return Error($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", name);
        }

        foreach (var type in document.TypeDefinitions.Where(type => type is { IsExtension: false } and not ScalarTypeDefinitionNode))
        {
            if (document.Types[type.Name.Value] is not { IsSpecified: true, Definition: ScalarTypeDefinitionNode }) continue;

            yield return Error($"{type.Name} is a scalar of the specification and cannot be defined otherwise.", type.Name);
        }
    }

    private static IEnumerable<NameNode> Names(TypeSystemDocument document) =>
        document.TypeDefinitions.Where(type => !type.IsExtension).Select(type => type.Name)
            .Concat(document.OwnTypes.SelectMany(type => type.Fields.Select(field => field.Name).Concat(type.Values.Select(value => value.Name))))
            .Concat(document.DirectiveDefinitions.Select(directive => directive.Name))
            .Concat(document.InputValueDefinitions.Select(definition => definition.Input.Name));
}
