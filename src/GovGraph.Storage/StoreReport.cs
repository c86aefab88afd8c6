using System.Collections.Immutable;

namespace GovGraph.Storage;

/// <summary>What a store found when it was opened.</summary>
public sealed record StoreReport
{
    public required string Location { get; init; }

    public int Plans { get; init; }

    public int Tasks { get; init; }

    /// <summary>Acknowledged changes that were not yet in their plan's own file.</summary>
    public int ReplayedChanges { get; init; }

    /// <summary>What could not be read; the rest is served.</summary>
    public ImmutableArray<StoreFault> Faults { get; init; } = [];

    /// <summary>Deadlines of which only the text is known: plan id and text.</summary>
    public ImmutableArray<string> UnknownDeadlines { get; init; } = [];
}

/// <summary>A part of a store that could not be used.</summary>
/// <param name="Source">The file.</param>
/// <param name="MovedTo">Where it is kept now; null where it stays.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record StoreFault(string Source, string? MovedTo, string Reason);
