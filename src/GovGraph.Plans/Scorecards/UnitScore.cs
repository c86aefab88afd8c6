using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;

namespace GovGraph.Plans.Scorecards;

/// <summary>How a unit stands with some of its tasks on a day.</summary>
/// <param name="summary">Where these tasks stand.</param>
/// <param name="yearBefore">The same for the year before; null where the unit had no task then.</param>
public sealed class UnitScore(TaskSummary summary, UnitScore? yearBefore = null)
{
    public int Assigned => summary.Total;

    public int DoneOnTime => summary.Count(DeadlineState.DoneOnTime);

    public int DoneLate => summary.Count(DeadlineState.DoneLate);

    /// <summary>Open and not overdue, those due soon included.</summary>
    public int OpenWithin => summary.Count(DeadlineState.OpenWithin) + OpenDueSoon;

    public int OpenDueSoon => summary.Count(DeadlineState.OpenDueSoon);

    public int OpenOverdue => summary.Count(DeadlineState.OpenOverdue);

    public int NoDeadline => summary.Count(DeadlineState.NoDeadline);

    /// <summary>Occurrences of recurring duties, dated reports among them, that have passed with nothing recorded.</summary>
    public int MissingReports => summary.MissingOccurrences;

    public double? Progress => summary.Progress;

    public UnitScore? YearBefore => yearBefore;

    /// <summary>The numbers less those of the year before.</summary>
    public UnitScoreChange? Change => yearBefore is null ? null : new(this, yearBefore);
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
