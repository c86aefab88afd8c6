using System.Collections.Immutable;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Plans.Scorecards;

/// <summary>How a unit stands with some of its tasks on a day.</summary>
public sealed record UnitScore
{
    public required int Assigned { get; init; }

    public required int DoneOnTime { get; init; }

    public required int DoneLate { get; init; }

    /// <summary>Open and not overdue, those due soon included.</summary>
    public required int OpenWithin { get; init; }

    public required int OpenDueSoon { get; init; }

    public required int OpenOverdue { get; init; }

    public required int NoDeadline { get; init; }

    public required int Completed { get; init; }

    public required int Cancelled { get; init; }

    /// <summary>Occurrences of recurring duties, dated reports among them, that have passed with nothing recorded.</summary>
    public required int MissingReports { get; init; }

    /// <summary>The same for the year before; null where the unit had no task then, and in that of the year before.</summary>
    public UnitScore? YearBefore { get; init; }

    public double? Progress => Assigned - Cancelled is > 0 and var wanted ? (double)Completed / wanted : null;

    /// <summary>The numbers less those of the year before.</summary>
    public UnitScoreChange? Change => YearBefore is null ? null : new(this, YearBefore);

    public static UnitScore Of(ImmutableArray<PlanTask> tasks, DateOnly asOf)
    {
        var states = new int[Enum.GetValues<DeadlineState>().Length];
        var missing = 0;
        foreach (var task in tasks)
        {
            states[(int)task.DeadlineState(asOf)]++;
            missing += task.MissingOccurrences(asOf);
        }

        return new UnitScore
        {
            Assigned = tasks.Length,
            DoneOnTime = states[(int)DeadlineState.DoneOnTime],
            DoneLate = states[(int)DeadlineState.DoneLate],
            OpenWithin = states[(int)DeadlineState.OpenWithin] + states[(int)DeadlineState.OpenDueSoon],
            OpenDueSoon = states[(int)DeadlineState.OpenDueSoon],
            OpenOverdue = states[(int)DeadlineState.OpenOverdue],
            NoDeadline = states[(int)DeadlineState.NoDeadline],
            Completed = tasks.Count(task => task.Status == TaskStatus.Completed),
            Cancelled = tasks.Count(task => task.Status == TaskStatus.Cancelled),
            MissingReports = missing,
        };
    }
}

/// <summary>How the numbers of two years differ: above zero where there are more now.</summary>
public sealed class UnitScoreChange(UnitScore now, UnitScore before)
{
    public int Assigned => now.Assigned - before.Assigned;

    public int DoneOnTime => now.DoneOnTime - before.DoneOnTime;

    public int DoneLate => now.DoneLate - before.DoneLate;

    public int OpenWithin => now.OpenWithin - before.OpenWithin;

    public int OpenDueSoon => now.OpenDueSoon - before.OpenDueSoon;

    public int OpenOverdue => now.OpenOverdue - before.OpenOverdue;

    public int NoDeadline => now.NoDeadline - before.NoDeadline;

    public int MissingReports => now.MissingReports - before.MissingReports;

    /// <summary>Null where one of the years has no progress.</summary>
    public double? Progress => now.Progress - before.Progress;
}
