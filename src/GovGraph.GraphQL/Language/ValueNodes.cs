using System.Collections.Immutable;

namespace GovGraph.GraphQL.Language;

/// <summary>Value : Variable | IntValue | FloatValue | StringValue | BooleanValue | NullValue | EnumValue | ListValue | ObjectValue</summary>
public abstract class ValueNode(Location location) : Node(location);

/// <summary>Variable : $ Name</summary>
public sealed class VariableNode(Location location, NameNode name) : ValueNode(location)
{
    public NameNode Name { get; } = name;
}

/// <summary>IntValue, kept as written: it may be too large for any machine integer.</summary>
public sealed class IntValueNode(Location location, string value) : ValueNode(location)
{
    public string Value { get; } = value;
}

/// <summary>FloatValue, kept as written.</summary>
public sealed class FloatValueNode(Location location, string value) : ValueNode(location)
{
    public string Value { get; } = value;
}

/// <summary>StringValue, with escapes resolved and the indentation of a block string removed.</summary>
public sealed class StringValueNode(Location location, string value, bool isBlock) : ValueNode(location)
{
    public string Value { get; } = value;

    public bool IsBlock { get; } = isBlock;
}

/// <summary>BooleanValue : true | false</summary>
public sealed class BooleanValueNode(Location location, bool value) : ValueNode(location)
{
    public bool Value { get; } = value;
}

/// <summary>NullValue : null</summary>
public sealed class NullValueNode(Location location) : ValueNode(location);

/// <summary>EnumValue : Name but not true, false or null</summary>
public sealed class EnumValueNode(Location location, string value) : ValueNode(location)
{
    public string Value { get; } = value;
}

/// <summary>ListValue : [ Value* ]</summary>
public sealed class ListValueNode(Location location, ImmutableArray<ValueNode> values) : ValueNode(location)
{
    public ImmutableArray<ValueNode> Values { get; } = values;
}

/// <summary>ObjectValue : { ObjectField* }</summary>
public sealed class ObjectValueNode(Location location, ImmutableArray<ObjectFieldNode> fields) : ValueNode(location)
{
    public ImmutableArray<ObjectFieldNode> Fields { get; } = fields;
}

/// <summary>ObjectField : Name : Value</summary>
public sealed class ObjectFieldNode(Location location, NameNode name, ValueNode value) : Node(location)
{
    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;
}
