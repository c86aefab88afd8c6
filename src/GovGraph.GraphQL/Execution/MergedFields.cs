using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Execution;

/// <summary>Fields of one response name, as a key: equal where they are the same nodes in the same order.</summary>
internal readonly struct MergedFields(List<FieldNode> nodes) : IEquatable<MergedFields>
{
    private readonly List<FieldNode> _nodes = nodes;

    public bool Equals(MergedFields other) => _nodes.SequenceEqual(other._nodes);

    public override bool Equals(object? obj) => obj is MergedFields other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var node in _nodes) hash.Add(node);
        return hash.ToHashCode();
    }
}
