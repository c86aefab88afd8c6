using System.Collections.Frozen;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Bindings;

/// <summary>An object type with its resolvers.</summary>
internal sealed class BoundObject(ObjectType type, Type clrType, int index, bool isImmutable)
{
    public ObjectType Type { get; } = type;

    /// <summary>What every value of this type is: fields take it for granted.</summary>
    public Type ClrType { get; } = clrType;

    /// <summary>Whether an object, once seen, stays as it is.</summary>
    public bool IsImmutable { get; } = isImmutable;

    /// <summary>Whether an object can be known again: a value type is a copy each time.</summary>
    public bool HasIdentity => !ClrType.IsValueType;

    /// <summary>Its place among the object types of the schema.</summary>
    public int Index { get; } = index;

    /// <summary>By name, the meta-fields included.</summary>
    public FrozenDictionary<string, BoundField> Fields { get; internal set; } = FrozenDictionary<string, BoundField>.Empty;

    public BoundField Field(string name) => Fields[name];
}
