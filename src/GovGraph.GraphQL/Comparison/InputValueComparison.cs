using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;
using GovGraph.GraphQL.Validation.Merging;

namespace GovGraph.GraphQL.Comparison;

/// <summary>Arguments of fields and directives, and fields of input objects.</summary>
internal static class InputValueComparison
{
    /// <param name="noun">"argument" or "input field".</param>
    public static void Compare(
        Changes changes,
        string noun,
        IReadOnlyList<InputValueDefinition> before,
        IReadOnlyList<InputValueDefinition> after,
        Func<InputValueDefinition, string> coordinateOf) => Changes.ByName(
            before,
            after,
            value => value.Name,
            removed => changes.Breaking(coordinateOf(removed), $"The {noun} was removed."),
            added => Added(changes, noun, added, coordinateOf(added)),
            (old, kept) => Compare(changes, old, kept, coordinateOf(old)));

    private static void Added(Changes changes, string noun, InputValueDefinition added, string coordinate)
    {
        if (added.IsRequired) changes.Breaking(coordinate, $"The {noun} was added, and it is required.");
        else changes.Dangerous(coordinate, $"The {noun} was added, and it is optional.");
    }

    private static void Compare(Changes changes, InputValueDefinition before, InputValueDefinition after, string coordinate)
    {
        var (oldType, newType) = (before.Type.ToString(), after.Type.ToString());
        if (oldType != newType)
        {
            var sentence = $"The type changed from {oldType} to {newType}.";
            if (TypeVariance.IsSafeForInput(before.Type, after.Type)) changes.Safe(coordinate, sentence);
            else changes.Breaking(coordinate, sentence);
        }

        CompareDefaults(changes, before, after, coordinate);
        changes.Deprecation(coordinate, before.DeprecationReason, after.DeprecationReason);
        changes.Description(coordinate, before.Description, after.Description);
    }

    private static void CompareDefaults(Changes changes, InputValueDefinition before, InputValueDefinition after, string coordinate)
    {
        switch (before.DefaultValue, after.DefaultValue)
        {
            case (null, null):
                return;
            case (null, { } added) when before.IsRequired:
                changes.Safe(coordinate, $"It may be left out now: the default {Printer.Print(added)} was added.");
                return;
            case (null, { } added):
                changes.Dangerous(coordinate, $"The default {Printer.Print(added)} was added.");
                return;
            case ({ } removed, null) when after.IsRequired:
                changes.Breaking(coordinate, $"It is required now: the default {Printer.Print(removed)} was removed.");
                return;
            case ({ } removed, null):
                changes.Dangerous(coordinate, $"The default {Printer.Print(removed)} was removed.");
                return;
            case ({ } old, { } kept) when !SameValues.AreSame(old, kept):
                changes.Dangerous(coordinate, $"The default changed from {Printer.Print(old)} to {Printer.Print(kept)}.");
                return;
        }
    }
}
