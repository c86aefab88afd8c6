using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Types.Building;
using GovGraph.GraphQL.Validation;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>A directive is given only arguments that it defines.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Argument-Names"/>
internal sealed class KnownArgumentNamesOnDirectives : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document)
    {
        foreach (var directive in document.AppliedDirectives)
        {
            // Unknown directive: KnownDirectives reports it.
            if (!document.Directives.TryGetValue(directive.Name.Value, out var definition)) continue;

            foreach (var argument in directive.Arguments)
            {
                if (definition.Arguments.Any(defined => defined.Name.Value == argument.Name.Value)) continue;

                var suggestion = Suggest.From(argument.Name.Value, definition.Arguments.Select(defined => defined.Name.Value));
                yield return Error($"Unknown argument \"{argument.Name}\" on directive \"@{directive.Name}\".{suggestion}", argument);
            }
        }
    }
}
