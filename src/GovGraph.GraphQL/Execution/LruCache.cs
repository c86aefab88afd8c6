using System.Diagnostics.CodeAnalysis;

namespace GovGraph.GraphQL.Execution;

/// <summary>A bounded cache that forgets what was not used for longest.</summary>
internal sealed class LruCache<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _nodes = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _newestFirst = [];
    private readonly Lock _lock = new();

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_lock)
        {
            if (!_nodes.TryGetValue(key, out var node))
            {
                value = default;
                return false;
            }

            if (_newestFirst.First != node)
            {
                _newestFirst.Remove(node);
                _newestFirst.AddFirst(node);
            }

            value = node.Value.Value;
            return true;
        }
    }

    /// <summary>Keeps the value, unless another one was first.</summary>
    public void Add(TKey key, TValue value)
    {
        lock (_lock)
        {
            if (capacity == 0 || _nodes.ContainsKey(key)) return;
            if (_nodes.Count >= capacity)
            {
                _nodes.Remove(_newestFirst.Last!.Value.Key);
                _newestFirst.RemoveLast();
            }

            _nodes.Add(key, _newestFirst.AddFirst((key, value)));
        }
    }
}
