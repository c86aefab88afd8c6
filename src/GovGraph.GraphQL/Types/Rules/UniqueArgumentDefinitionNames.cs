using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>A field or directive defines each argument once.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Field-Arguments"/>
internal sealed class UniqueArgumentDefinitionNames : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document) =>
        document.ArgumentsDefinitions.SelectMany(list =>
            Duplicates(list.Arguments, argument => argument.Name.Value)
                .Select(pair => Error($"Argument \"{list.Owner}({pair.Duplicate.Name}:)\" can only be defined once.", pair.First.Name, pair.Duplicate.Name)));
}
