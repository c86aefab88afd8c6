using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Bindings;

/// <summary>An interface or union, and the object types that its values can have by their CLR types.</summary>
internal sealed class BoundAbstract(NamedType type, ImmutableArray<BoundObject> possibleTypes)
{
    private readonly FrozenDictionary<Type, BoundObject> _byClrType =
        possibleTypes.DistinctBy(possible => possible.ClrType).ToFrozenDictionary(possible => possible.ClrType);

    // Classes derived from those that are bound: as many as the program has.
    private readonly ConcurrentDictionary<Type, BoundObject?> _derived = [];

    public NamedType Type { get; } = type;

    public ImmutableArray<BoundObject> PossibleTypes { get; } = possibleTypes;

    /// <summary>ResolveAbstractType; null where no possible type is bound to the value's class or a base of it.</summary>
    public BoundObject? ResolveType(object value)
    {
        var clrType = value.GetType();
        return _byClrType.TryGetValue(clrType, out var bound) ? bound : _derived.GetOrAdd(clrType, FindBase);
    }

    public BoundObject? ByName(string? typeName) => PossibleTypes.FirstOrDefault(possible => possible.Type.Name == typeName);

    private BoundObject? FindBase(Type clrType)
    {
        for (var ancestor = clrType.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (_byClrType.TryGetValue(ancestor, out var bound)) return bound;
        }

        return null;
    }
}
