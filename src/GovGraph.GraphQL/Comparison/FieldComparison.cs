using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Comparison;

/// <summary>Objects and interfaces: what they implement, their fields and the arguments of these.</summary>
internal static class FieldComparison
{
    public static void Compare(Changes changes, ComplexType before, ComplexType after)
    {
        Changes.ByName(
            before.Interfaces,
            after.Interfaces,
            type => type.Name,
            removed => changes.Breaking(before.Name, $"It no longer implements {removed.Name}."),
            added => changes.Dangerous(before.Name, $"It implements {added.Name} now."));
        Changes.ByName(
            before.FieldsInOrder,
            after.FieldsInOrder,
            field => field.Name,
            removed => changes.Breaking(Coordinate(before, removed), removed.DeprecationReason is null ? "The field was removed." : "The field, which was deprecated, was removed."),
            added => changes.Safe(Coordinate(before, added), "The field was added."),
            (old, kept) => Compare(changes, old, kept, Coordinate(before, old)));
    }

    private static void Compare(Changes changes, FieldDefinition before, FieldDefinition after, string coordinate)
    {
        var (oldType, newType) = (before.Type.ToString(), after.Type.ToString());
        if (oldType != newType)
        {
            var sentence = $"The type changed from {oldType} to {newType}.";
            if (TypeVariance.IsSafeForOutput(before.Type, after.Type)) changes.Safe(coordinate, sentence);
            else changes.Breaking(coordinate, sentence);
        }

        InputValueComparison.Compare(changes, "argument", before.Arguments, after.Arguments, argument => $"{coordinate}({argument.Name}:)");
        changes.Deprecation(coordinate, before.DeprecationReason, after.DeprecationReason);
        changes.Description(coordinate, before.Description, after.Description);
    }

    private static string Coordinate(ComplexType type, FieldDefinition field) => $"{type.Name}.{field.Name}";
}
