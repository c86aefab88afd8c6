using System.Collections.Immutable;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>A directive is one of the schema's, and stands where that may stand.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Directives-Are-Defined"/>
internal sealed class KnownDirectives(ValidationContext context) : ValidationRule(context)
{
    // A document that defines directives is refused by ExecutableDefinitions: once is enough.
    private readonly HashSet<string> _definedInDocument = [];

    public override void EnterDocument(DocumentNode document)
    {
        if (!Context.HasTypeSystemDefinitions) return;

        foreach (var definition in document.Definitions)
        {
            if (definition is DirectiveDefinitionNode directive) _definedInDocument.Add(directive.Name.Value);
        }
    }

    public override void EnterDirectives(ImmutableArray<DirectiveNode> directives, string location, Node owner)
    {
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (!Context.Schema.DirectiveDefinitions.TryGetValue(name, out var definition))
            {
                if (!_definedInDocument.Contains(name)) Report($"Unknown directive \"@{name}\".", directive);
            }
            else if (!definition.Locations.Contains(location))
            {
                Report($"Directive \"@{name}\" may not be used on {location}.", directive);
            }
        }
    }
}
