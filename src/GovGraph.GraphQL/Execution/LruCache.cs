using System.Diagnostics.CodeAnalysis;

namespace GovGraph.GraphQL.Execution;

/// <summary>A cache bounded in number and in weight that forgets what was not used for longest.</summary>
internal sealed class LruCache<TKey, TValue>(int capacity, int maxWeight)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<Entry>> _nodes = [];
    private readonly LinkedList<Entry> _newestFirst = [];
    private readonly Lock _lock = new();
    private int _weight;
    private long _hits;
    private long _misses;

    public long Hits => Interlocked.Read(ref _hits);

    public long Misses => Interlocked.Read(ref _misses);

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_lock)
        {
            if (!_nodes.TryGetValue(key, out var node))
            {
                _misses++;
                value = default;
                return false;
            }

            if (_newestFirst.First != node)
            {
                _newestFirst.Remove(node);
                _newestFirst.AddFirst(node);
            }

            _hits++;
            value = node.Value.Value;
            return true;
        }
    }

    /// <summary>Keeps the value, unless another one was first.</summary>
    public void Add(TKey key, TValue value, int weight)
    {
        if (capacity == 0 || weight > maxWeight) return;
        lock (_lock)
        {
            if (_nodes.ContainsKey(key)) return;
            while (_nodes.Count >= capacity || _weight + weight > maxWeight) ForgetOldest();
            _nodes.Add(key, _newestFirst.AddFirst(new Entry(key, value, weight)));
            _weight += weight;
        }
    }

    private void ForgetOldest()
    {
        var oldest = _newestFirst.Last!.Value;
        _newestFirst.RemoveLast();
        _nodes.Remove(oldest.Key);
        _weight -= oldest.Weight;
    }

    private readonly record struct Entry(TKey Key, TValue Value, int Weight);
}
