using System.Collections.Immutable;
using GovGraph.Storage.Filters;

namespace GovGraph.Storage.Grouping;

/// <summary>A question about groups of tasks, as a value.</summary>
public sealed record GroupQuery
{
    /// <summary>So many keys at most.</summary>
    public const int MaxKeys = 4;

    /// <summary>One key or several, each once; the groups are ordered by them where nothing else is asked for.</summary>
    public required ImmutableArray<TaskGroupKey> By { get; init; }

    /// <summary>Which tasks are counted; null counts all.</summary>
    public Filter? Filter { get; init; }

    /// <summary>The day on which deadlines are looked at.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Only with <see cref="TaskGroupKey.Month"/> or <see cref="TaskGroupKey.Quarter"/>.</summary>
    public GroupPeriods? Periods { get; init; }

    /// <summary>Which of the groups, in what order.</summary>
    public Query<GroupedTasks> Groups { get; init; } = new();

    /// <summary>What the groups stand for, so that a cursor belongs to them.</summary>
    internal string Name => $"{string.Join(' ', By)} {Periods} {AsOf:O} {Filter}";
}
