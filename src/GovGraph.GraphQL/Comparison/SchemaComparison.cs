using System.Collections.Immutable;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Comparison;

/// <summary>
/// What changed from one schema to another, for those who send requests.
/// The order of definitions is no change, and directives on definitions are compared where they show: @deprecated, @oneOf, @specifiedBy.
/// </summary>
public static class SchemaComparison
{
    /// <summary>The changes, the worst first.</summary>
    public static ImmutableArray<SchemaChange> Compare(Schema before, Schema after)
    {
        var changes = new Changes();
        changes.Description("schema", before.Description, after.Description);
        foreach (var operation in Enum.GetValues<OperationType>()) CompareRoots(changes, operation, before, after);
        TypeComparison.Compare(changes, before, after);
        DirectiveComparison.Compare(changes, before, after);
        return changes.InOrder();
    }

    private static void CompareRoots(Changes changes, OperationType operation, Schema before, Schema after)
    {
        var (old, kept) = (before.RootType(operation)?.Name, after.RootType(operation)?.Name);
        var noun = operation.ToString().ToLowerInvariant();
        if (old == kept) return;
        if (old is null) changes.Safe("schema", $"The {noun} operation was added.");
        else if (kept is null) changes.Breaking("schema", $"The {noun} operation was removed.");
        else changes.Breaking("schema", $"The {noun} operation's type changed from {old} to {kept}.");
    }
}
