namespace GovGraph.GraphQL.Execution;

/// <summary>A nullable value already written that holds a pending field: if that field fails and may not be null, this value becomes null.</summary>
internal sealed class NullScope(int start, NullScope? parent)
{
    public int Start { get; } = start;

    /// <summary>Where the value ends in the buffer.</summary>
    public int End { get; set; }

    public NullScope? Parent { get; } = parent;

    public bool IsNulled { get; set; }
}
