using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>A directive's definition does not use the directive, directly or through other directives and types.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives.Type-Validation"/>
internal sealed class NoSelfReferencingDirectives : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document) =>
        from directive in document.DirectiveDefinitions
        where Reaches(document, directive, directive.Name.Value)
        select Error($"Directive \"@{directive.Name}\" must not reference itself, directly or through other directives and types.", directive.Name);

    /// <summary>Whether the directives and types used by the definition lead back to it.</summary>
    private static bool Reaches(TypeSystemDocument document, DirectiveDefinitionNode directive, string name)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>(UsedBy(directive.Arguments));
        while (open.TryPop(out var used))
        {
            if (used == $"@{name}") return true;
            if (!seen.Add(used)) continue;

            foreach (var next in UsedBy(document, used)) open.Push(next);
        }

        return false;
    }

    private static IEnumerable<string> UsedBy(TypeSystemDocument document, string used)
    {
        if (used.StartsWith('@')) return UsedBy(document.Directives[used[1..]].Arguments);

        var type = document.Types[used];
        return type.Directives.Concat(type.Values.SelectMany(value => value.Directives)).Select(directive => $"@{directive.Name}")
            .Concat(UsedBy(type.InputFields));
    }

    private static IEnumerable<string> UsedBy(IEnumerable<InputValueDefinitionNode> inputs) =>
        inputs.SelectMany(input => input.Directives.Select(directive => $"@{directive.Name}").Append(TypeSystemDocument.NamedTypeOf(input.Type).Name.Value));
}
