using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Comparison;

/// <summary>The values of an enum.</summary>
internal static class EnumComparison
{
    public static void Compare(Changes changes, EnumType before, EnumType after) => Changes.ByName(
        before.ValuesInOrder,
        after.ValuesInOrder,
        value => value.Name,
        removed => changes.Breaking($"{before.Name}.{removed.Name}", "The enum value was removed."),
        added => changes.Dangerous($"{before.Name}.{added.Name}", "The enum value was added: an answer may hold it."),
        (old, kept) =>
        {
            changes.Deprecation($"{before.Name}.{old.Name}", old.DeprecationReason, kept.DeprecationReason);
            changes.Description($"{before.Name}.{old.Name}", old.Description, kept.Description);
        });
}
