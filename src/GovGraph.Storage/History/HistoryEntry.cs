namespace GovGraph.Storage.History;

/// <summary>Something that has happened, with its place among everything that has happened in the store.</summary>
public record HistoryEntry
{
    /// <summary>Grows with everything that happens; never given to another one.</summary>
    public required long Sequence { get; init; }

    /// <summary>Its place among what came at once: the life of a plan out of another store.</summary>
    public int Part { get; init; }

    public required string PlanId { get; init; }

    /// <summary>What was changed; the plan itself where it was taken in.</summary>
    public required string NodeId { get; init; }

    /// <summary>The version of the plan that it made.</summary>
    public required long PlanVersion { get; init; }

    /// <summary>The id of the change as callers know it.</summary>
    public string ChangeId => FormattableString.Invariant($"{PlanId}@{PlanVersion}");

    public required ChangeKind Kind { get; init; }

    /// <summary>When, in whole milliseconds.</summary>
    public required DateTimeOffset At { get; init; }

    public string? Who { get; init; }

    public string? Client { get; init; }

    /// <summary>The whole of it; null until a page is read.</summary>
    public PlanEvent? Event { get; init; }

    internal bool IsPlanAdded => Kind == ChangeKind.PlanAdded;

    /// <summary>What every store knows of a moment.</summary>
    internal static DateTimeOffset Moment(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
}
