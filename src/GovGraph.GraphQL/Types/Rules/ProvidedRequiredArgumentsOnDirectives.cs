using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>A directive is given every argument that it requires.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Required-Arguments"/>
internal sealed class ProvidedRequiredArgumentsOnDirectives : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document)
    {
        foreach (var directive in document.AppliedDirectives)
        {
            // Unknown directive: KnownDirectives reports it.
            if (!document.Directives.TryGetValue(directive.Name.Value, out var definition)) continue;

            foreach (var required in definition.Arguments.Where(argument => argument is { Type: NonNullTypeNode, DefaultValue: null }))
            {
                if (directive.Arguments.Any(argument => argument.Name.Value == required.Name.Value)) continue;

                yield return Error(
                    $"Directive \"@{directive.Name}\" argument \"{required.Name}\" of type \"{required.Type}\" is required, but it was not provided.",
                    directive);
            }
        }
    }
}
