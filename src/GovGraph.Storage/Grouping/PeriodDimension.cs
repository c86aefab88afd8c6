using System.Collections.Immutable;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Memory;

namespace GovGraph.Storage.Grouping;

/// <summary>The months that dated steps are due in, or the quarters where months are not asked for. A month knows its quarter.</summary>
internal sealed class PeriodDimension : Dimension
{
    private readonly TaskColumns columns;
    private readonly bool hasMonths;
    private readonly bool hasQuarters;
    private readonly int first = int.MinValue;
    private readonly int last = int.MaxValue;

    public PeriodDimension(ImmutableArray<TaskGroupKey> by, GroupPeriods? periods, TaskColumns columns)
    {
        this.columns = columns;
        (hasMonths, hasQuarters) = (by.Contains(TaskGroupKey.Month), by.Contains(TaskGroupKey.Quarter));
        if (periods is not null)
        {
            (first, last) = (Number(periods.From), Number(periods.To));
            Periods = [.. (hasMonths ? periods.Months : periods.Quarters).Select(Number)];
        }
    }

    /// <summary>The numbers of all periods asked for, nothing due in them or not.</summary>
    public ImmutableArray<int> Periods { get; } = [];

    public override void Add(PlanTask task, int number, DeadlineState state, List<int> values)
    {
        foreach (var step in columns.IsDated(number) ? task.CurrentDeadline.Steps : [])
        {
            var period = Number(step.Due);
            if (period >= first && period <= last && !values.Contains(period))
            {
                values.Add(period);
            }
        }

        if (values.Count == 0 && Periods.IsEmpty)
        {
            values.Add(None);
        }
    }

    public override GroupedTasksKey Put(GroupedTasksKey key, int value)
    {
        if (value == None)
        {
            return key;
        }

        var start = hasMonths ? new DateOnly(value / 12, value % 12 + 1, 1) : new DateOnly(value / 4, value % 4 * 3 + 1, 1);
        return key with
        {
            Month = hasMonths ? CalendarMonth.Of(start) : null,
            Quarter = hasQuarters ? CalendarQuarter.Of(start) : null,
        };
    }

    private int Number(DateOnly day) => hasMonths ? day.Year * 12 + day.Month - 1 : day.Year * 4 + (day.Month - 1) / 3;
}
