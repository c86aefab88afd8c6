using GovGraph.Plans;

namespace GovGraph.Storage.MongoDb;

/// <summary>The plans that were read last, by id and version: to make one of its document costs more than to ask whether it has changed.</summary>
internal sealed class PlanCache(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Plan>> _byId = new(StringComparer.Ordinal);
    private readonly LinkedList<Plan> _latestFirst = [];

    /// <summary>The plan in whatever version was read last.</summary>
    public Plan? Find(string id)
    {
        lock (_gate)
        {
            if (!_byId.TryGetValue(id, out var node))
                return null;
            _latestFirst.Remove(node);
            _latestFirst.AddFirst(node);
            return node.Value;
        }
    }

    public Plan? Find(string id, long version) => Find(id) is { } plan && plan.Version == version ? plan : null;

    public void Keep(Plan plan)
    {
        lock (_gate)
        {
            if (_byId.Remove(plan.Id, out var old))
                _latestFirst.Remove(old);
            _byId.Add(plan.Id, _latestFirst.AddFirst(plan));
            if (_byId.Count <= capacity)
                return;
            _byId.Remove(_latestFirst.Last!.Value.Id);
            _latestFirst.RemoveLast();
        }
    }

    /// <summary>Lets the next reader read it anew.</summary>
    public void Forget(string id)
    {
        lock (_gate)
        {
            if (_byId.Remove(id, out var node))
                _latestFirst.Remove(node);
        }
    }
}
