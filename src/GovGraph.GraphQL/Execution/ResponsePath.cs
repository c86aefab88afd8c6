using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace GovGraph.GraphQL.Execution;

/// <summary>Where a field stands in the response: a response name or a list index, and what is above it.</summary>
internal sealed class ResponsePath(ResponsePath? parent, string? name, int index)
{
    private readonly int _depth = (parent?._depth ?? 0) + 1;

    public ResponsePath? Parent { get; } = parent;

    public ImmutableArray<object> ToArray()
    {
        var keys = new object[_depth];
        for (var path = this; path is not null; path = path.Parent) keys[path._depth - 1] = path.Key;
        return ImmutableCollectionsMarshal.AsImmutableArray(keys);
    }

    private object Key => name ?? (object)index;
}
