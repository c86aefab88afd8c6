using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Types.Building;
using GovGraph.GraphQL.Validation;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>Every directive that is used is defined, and for the place it is used in.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives"/>
internal sealed class KnownDirectives : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document)
    {
        foreach (var site in document.DirectiveSites)
        {
            foreach (var directive in site.Directives)
            {
                if (!document.Directives.TryGetValue(directive.Name.Value, out var definition))
                {
                    yield return Error($"Unknown directive \"@{directive.Name}\".{Suggest.From(directive.Name.Value, document.Directives.Keys)}", directive);
                }
                else if (!definition.Locations.Any(location => location.Value == site.Location))
                {
                    yield return Error($"Directive \"@{directive.Name}\" may not be used on {site.Location}.", directive);
                }
            }
        }
    }
}
