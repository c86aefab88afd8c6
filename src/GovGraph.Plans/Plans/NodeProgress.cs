namespace GovGraph.Plans;

/// <summary>What has happened to a row since its plan was issued, apart from the print. Each kind of row has its own.</summary>
public abstract record NodeProgress
{
    /// <summary>Grows by one with each change of the row.</summary>
    public long Version { get; init; } = 1;

    /// <summary>Whether nothing has happened yet.</summary>
    public bool IsNone => Version == 1 && IsBlank;

    private protected abstract bool IsBlank { get; }
}
