using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>A directive that is not repeatable is used once in a place; a type and its extensions are one place.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives"/>
internal sealed class UniqueDirectivesPerLocation : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document) =>
        document.DirectiveSites.SelectMany(site =>
            Duplicates(site.Directives.Where(directive => !IsRepeatable(document, directive)), directive => directive.Name.Value)
                .Select(pair => Error($"The directive \"@{pair.Duplicate.Name}\" can only be used once at this location.", pair.First, pair.Duplicate)));

    // Unknown directives are reported by KnownDirectives.
    private static bool IsRepeatable(TypeSystemDocument document, DirectiveNode directive) =>
        document.Directives.GetValueOrDefault(directive.Name.Value)?.IsRepeatable ?? true;
}
