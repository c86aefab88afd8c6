using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Types.Building;
using GovGraph.GraphQL.Validation;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>Every type that is named is defined.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema"/>
internal sealed class KnownTypeNames : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document) =>
        document.TypeReferences
            .Where(type => !document.Types.ContainsKey(type.Name.Value))
            .Select(type => Error($"Unknown type \"{type}\".{Suggest.From(type.Name.Value, document.Types.Keys)}", type));
}
