namespace GovGraph.Storage.Files;

/// <summary>Where an embedded store lies, and how it is kept.</summary>
public sealed record FileStoreOptions
{
    public required string Path { get; init; }

    /// <summary>How long a change may wait until its plan's file is written; it is durable in the journal before.</summary>
    public TimeSpan SaveDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The length in bytes at which a journal is put into the history.</summary>
    public long JournalLimit { get; init; } = 8 * 1024 * 1024;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Told of faults that no caller waits for: a plan file could not be written, and is tried again.</summary>
    public Action<StoreException> OnFault { get; init; } = _ => { };
}
