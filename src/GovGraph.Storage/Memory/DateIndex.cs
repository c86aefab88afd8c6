using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;

namespace GovGraph.Storage.Memory;

/// <summary>The numbers of the tasks that have a date, by the date.</summary>
internal sealed class DateIndex
{
    private readonly DateOnly[] dates;
    private readonly int[] tasks;

    public DateIndex(ImmutableArray<Plan> plans, Func<PlanTask, DateOnly?> date)
    {
        var (foundDates, foundTasks) = (new List<DateOnly>(), new List<int>());
        var number = 0;
        foreach (var plan in plans)
        {
            foreach (var task in plan.Tasks)
            {
                if (date(task) is { } found)
                {
                    foundDates.Add(found);
                    foundTasks.Add(number);
                }

                number++;
            }
        }

        (dates, tasks) = ([.. foundDates], [.. foundTasks]);
        Array.Sort(dates, tasks);
    }

    /// <summary>The tasks from one date to another, both included, in no order.</summary>
    public ReadOnlyMemory<int> Between(DateOnly from, DateOnly to)
    {
        var start = FirstNotBefore(from);
        var end = to == DateOnly.MaxValue ? dates.Length : FirstNotBefore(to.AddDays(1));
        return start < end ? tasks.AsMemory(start, end - start) : default;
    }

    private int FirstNotBefore(DateOnly date)
    {
        var (low, high) = (0, dates.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = dates[middle] < date ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
