using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>Names that begin with two underscores are the introspection system's.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Names.Reserved-Names"/>
internal sealed class NamesAreNotReserved : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document) =>
        Names(document)
            .Where(name => name.Value.StartsWith("__", StringComparison.Ordinal))
            .Select(name => Error($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", name));

    private static IEnumerable<NameNode> Names(TypeSystemDocument document) =>
        document.OwnTypes
            .SelectMany(type => type.Fields.Select(field => field.Name)
                .Concat(type.Values.Select(value => value.Name))
                .Prepend(type.Definition.Name))
            .Concat(document.DirectiveDefinitions.Select(directive => directive.Name))
            .Concat(document.InputValueDefinitions.Select(definition => definition.Input.Name));
}
