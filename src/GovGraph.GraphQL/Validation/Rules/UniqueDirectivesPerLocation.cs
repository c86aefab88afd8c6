using System.Collections.Immutable;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>A directive that is not repeatable stands once at a place. A type and its extensions are one place.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location"/>
internal sealed class UniqueDirectivesPerLocation(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, Dictionary<string, DirectiveNode>> _seenOnTypes = [];
    private readonly Dictionary<string, DirectiveNode> _seenOnSchema = [];

    public override void EnterDirectives(ImmutableArray<DirectiveNode> directives, string location, Node owner)
    {
        if (owner is SchemaDefinitionNode)
        {
            Check(directives, _seenOnSchema);
        }
        else if (owner is TypeDefinitionNode type)
        {
            if (!_seenOnTypes.TryGetValue(type.Name.Value, out var seen)) _seenOnTypes.Add(type.Name.Value, seen = []);
            Check(directives, seen);
        }
        else if (directives.Length > 1)
        {
            Check(directives, []);
        }
    }

    private void Check(ImmutableArray<DirectiveNode> directives, Dictionary<string, DirectiveNode> seen)
    {
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (Context.Schema.DirectiveDefinitions.GetValueOrDefault(name) is not { IsRepeatable: false }) continue;
            if (!seen.TryAdd(name, directive)) Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
        }
    }
}
