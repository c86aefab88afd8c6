namespace GovGraph.Storage.Audit;

/// <summary>How long records are kept, and who hears of those that could not be.</summary>
public sealed record AuditOptions
{
    /// <summary>For how many days.</summary>
    public int Days { get; init; } = 400;

    /// <summary>The most that all records may take in the embedded store's folder; the oldest go first.</summary>
    public long MaxBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Whether another process may be writing the same trail, as a server does while a command runs: then files are shared with nobody, and none is put away.</summary>
    public bool IsBesideOthers { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Told of each record that could not be kept, as a line, and why; of none where older ones could not be put away.</summary>
    public Action<string?, Exception> OnFault { get; init; } = (_, _) => { };
}
