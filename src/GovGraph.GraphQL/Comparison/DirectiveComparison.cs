using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Comparison;

/// <summary>Definitions of directives.</summary>
internal static class DirectiveComparison
{
    public static void Compare(Changes changes, Schema before, Schema after) => Changes.ByName(
        before.DirectiveDefinitionsInOrder.Where(directive => !directive.IsSpecified),
        after.DirectiveDefinitionsInOrder.Where(directive => !directive.IsSpecified),
        directive => directive.Name,
        removed => changes.Breaking($"@{removed.Name}", "The directive was removed."),
        added => changes.Safe($"@{added.Name}", "The directive was added."),
        (old, kept) => Compare(changes, old, kept, $"@{old.Name}"));

    private static void Compare(Changes changes, DirectiveDefinition before, DirectiveDefinition after, string coordinate)
    {
        if (before.IsRepeatable && !after.IsRepeatable) changes.Breaking(coordinate, "It is no longer repeatable.");
        if (!before.IsRepeatable && after.IsRepeatable) changes.Safe(coordinate, "It is repeatable now.");
        foreach (var location in before.Locations.Except(after.Locations)) changes.Breaking(coordinate, $"It may no longer stand on {location}.");
        foreach (var location in after.Locations.Except(before.Locations)) changes.Safe(coordinate, $"It may stand on {location} now.");
        InputValueComparison.Compare(changes, "argument", before.Arguments, after.Arguments, argument => $"{coordinate}({argument.Name}:)");
        changes.Description(coordinate, before.Description, after.Description);
    }
}
