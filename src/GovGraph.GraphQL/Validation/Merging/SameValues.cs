using System.Collections.Immutable;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation.Merging;

/// <summary>Whether two lists of arguments, or two literals, mean the same. The order of arguments and of input fields does not matter.</summary>
internal static class SameValues
{
    private const int Few = 8;

    public static bool AreSame(ImmutableArray<ArgumentNode> a, ImmutableArray<ArgumentNode> b)
    {
        if (a.Length != b.Length) return false;
        if (a.IsEmpty) return true;

        var values = a.Length > Few ? ByName(b, static argument => argument.Name.Value, static argument => argument.Value) : null;
        foreach (var argument in a)
        {
            var other = values is null ? Find(b, argument.Name.Value) : values.GetValueOrDefault(argument.Name.Value);
            if (other is null || !AreSame(argument.Value, other)) return false;
        }

        return true;
    }

    public static bool AreSame(ValueNode a, ValueNode b) => (a, b) switch
    {
        (VariableNode x, VariableNode y) => x.Name.Value == y.Name.Value,
        (IntValueNode x, IntValueNode y) => x.Value == y.Value,
        (FloatValueNode x, FloatValueNode y) => x.Value == y.Value,
        (StringValueNode x, StringValueNode y) => x.Value == y.Value,
        (BooleanValueNode x, BooleanValueNode y) => x.Value == y.Value,
        (NullValueNode, NullValueNode) => true,
        (EnumValueNode x, EnumValueNode y) => x.Value == y.Value,
        (ListValueNode x, ListValueNode y) => AreSame(x.Values, y.Values),
        (ObjectValueNode x, ObjectValueNode y) => AreSame(x.Fields, y.Fields),
        _ => false,
    };

    private static bool AreSame(ImmutableArray<ValueNode> a, ImmutableArray<ValueNode> b)
    {
        if (a.Length != b.Length) return false;

        for (var i = 0; i < a.Length; i++)
        {
            if (!AreSame(a[i], b[i])) return false;
        }

        return true;
    }

    private static bool AreSame(ImmutableArray<ObjectFieldNode> a, ImmutableArray<ObjectFieldNode> b)
    {
        if (a.Length != b.Length) return false;

        var values = a.Length > Few ? ByName(b, static field => field.Name.Value, static field => field.Value) : null;
        foreach (var field in a)
        {
            var other = values is null ? Find(b, field.Name.Value) : values.GetValueOrDefault(field.Name.Value);
            if (other is null || !AreSame(field.Value, other)) return false;
        }

        return true;
    }

    private static ValueNode? Find(ImmutableArray<ArgumentNode> arguments, string name)
    {
        foreach (var argument in arguments)
        {
            if (argument.Name.Value == name) return argument.Value;
        }

        return null;
    }

    private static ValueNode? Find(ImmutableArray<ObjectFieldNode> fields, string name)
    {
        foreach (var field in fields)
        {
            if (field.Name.Value == name) return field.Value;
        }

        return null;
    }

    private static Dictionary<string, ValueNode> ByName<TNode>(
        ImmutableArray<TNode> nodes, Func<TNode, string> nameOf, Func<TNode, ValueNode> valueOf)
    {
        var values = new Dictionary<string, ValueNode>(nodes.Length);
        foreach (var node in nodes) values.TryAdd(nameOf(node), valueOf(node));
        return values;
    }
}
