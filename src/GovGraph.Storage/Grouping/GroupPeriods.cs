using GovGraph.Plans.Deadlines;

namespace GovGraph.Storage.Grouping;

/// <summary>The months or quarters that the days from one to another lie in, both included; nothing due outside of them is counted.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="IncludeEmpty">Also those in which nothing is due, with each combination of the other keys that has any.</param>
public sealed record GroupPeriods(DateOnly From, DateOnly To, bool IncludeEmpty)
{
    /// <summary>So many months at most.</summary>
    public const int MaxMonths = 240;

    public int MonthCount => (To.Year - From.Year) * 12 + To.Month - From.Month + 1;

    /// <summary>The first days of the months.</summary>
    internal IEnumerable<DateOnly> Months => Enumerable.Range(0, MonthCount).Select(CalendarMonth.Of(From).Start.AddMonths);

    /// <summary>The first days of the quarters.</summary>
    internal IEnumerable<DateOnly> Quarters => Months.Select(month => CalendarQuarter.Of(month).Start).Distinct();
}
