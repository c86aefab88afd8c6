using System.Diagnostics;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Comparison;

/// <summary>Named types: which there are, of which kind, and what is in them.</summary>
internal static class TypeComparison
{
    /// <summary>The specification's own types come and go with their use, so they are not compared.</summary>
    public static void Compare(Changes changes, Schema before, Schema after) => Changes.ByName(
        before.TypesInOrder.Where(type => !type.IsSpecified),
        after.TypesInOrder.Where(type => !type.IsSpecified),
        type => type.Name,
        removed => changes.Breaking(removed.Name, $"The {Kind(removed)} was removed."),
        added => changes.Safe(added.Name, $"The {Kind(added)} was added."),
        (old, kept) => Compare(changes, old, kept));

    private static void Compare(Changes changes, NamedType before, NamedType after)
    {
        changes.Description(before.Name, before.Description, after.Description);
        switch (before, after)
        {
            case (ObjectType or InterfaceType, ComplexType) when before.GetType() == after.GetType():
                FieldComparison.Compare(changes, (ComplexType)before, (ComplexType)after);
                break;
            case (UnionType old, UnionType kept):
                CompareMembers(changes, old, kept);
                break;
            case (EnumType old, EnumType kept):
                EnumComparison.Compare(changes, old, kept);
                break;
            case (InputObjectType old, InputObjectType kept):
                CompareInputs(changes, old, kept);
                break;
            case (ScalarType old, ScalarType kept):
                CompareScalars(changes, old, kept);
                break;
            default:
                changes.Breaking(before.Name, $"The {Kind(before)} became {Article(after)} {Kind(after)}.");
                break;
        }
    }

    private static void CompareMembers(Changes changes, UnionType before, UnionType after) => Changes.ByName(
        before.Types,
        after.Types,
        type => type.Name,
        removed => changes.Breaking(before.Name, $"The member {removed.Name} was removed from the union."),
        added => changes.Dangerous(before.Name, $"The member {added.Name} was added to the union: an answer may hold it."));

    private static void CompareInputs(Changes changes, InputObjectType before, InputObjectType after)
    {
        if (!before.IsOneOf && after.IsOneOf) changes.Breaking(before.Name, "It takes exactly one of its fields now.");
        if (before.IsOneOf && !after.IsOneOf) changes.Safe(before.Name, "It takes any of its fields now, no longer exactly one.");
        InputValueComparison.Compare(changes, "input field", before.FieldsInOrder, after.FieldsInOrder, field => $"{before.Name}.{field.Name}");
    }

    /// <summary>What a URL specifies is beyond what can be compared.</summary>
    private static void CompareScalars(Changes changes, ScalarType before, ScalarType after)
    {
        var (old, kept) = (before.SpecifiedByUrl, after.SpecifiedByUrl);
        if (old == kept) return;
        if (old is null) changes.Safe(before.Name, $"It says now that {kept} specifies it.");
        else if (kept is null) changes.Dangerous(before.Name, $"It no longer says that {old} specifies it.");
        else changes.Dangerous(before.Name, $"It is specified by {kept} now, no longer by {old}.");
    }

    private static string Kind(NamedType type) => type switch
    {
        ObjectType => "object type",
        InterfaceType => "interface",
        UnionType => "union",
        EnumType => "enum",
        InputObjectType => "input object",
        ScalarType => "scalar",
        _ => throw new UnreachableException(),
    };

    private static string Article(NamedType type) => type is UnionType or ScalarType ? "a" : "an";
}
