using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace GovGraph.GraphQL.Language;

/// <summary>Gathers nodes while a list is parsed: an immutable array's builder without the builder.</summary>
internal struct NodeList<TNode>
{
    private TNode[]? _nodes;

    public int Count { get; private set; }

    public void Add(TNode node)
    {
        if (_nodes is null) _nodes = new TNode[2];
        else if (Count == _nodes.Length) Array.Resize(ref _nodes, Count * 2);
        _nodes[Count++] = node;
    }

    /// <summary>Hands the nodes over; nothing may be added afterwards.</summary>
    public ImmutableArray<TNode> ToImmutable()
    {
        if (_nodes is null) return [];
        if (Count < _nodes.Length) Array.Resize(ref _nodes, Count);
        return ImmutableCollectionsMarshal.AsImmutableArray(_nodes);
    }
}
