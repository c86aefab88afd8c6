using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>A directive is given each argument once.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Argument-Uniqueness"/>
internal sealed class UniqueArgumentNames : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document) =>
        document.AppliedDirectives.SelectMany(directive =>
            Duplicates(directive.Arguments, argument => argument.Name.Value)
                .Select(pair => Error($"There can be only one argument named \"{pair.Duplicate.Name}\".", pair.First.Name, pair.Duplicate.Name)));
}
