using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Deadlines;

namespace GovGraph.Storage.Memory;

/// <summary>The numbers of the tasks by the dates of their steps, or of some of them.</summary>
internal sealed class DateIndex
{
    private readonly DateOnly[] dates;
    private readonly int[] tasks;

    public DateIndex(ImmutableArray<Plan> plans, Steps counted)
    {
        var (foundDates, foundTasks) = (new List<DateOnly>(), new List<int>());
        var number = 0;
        foreach (var plan in plans)
        {
            foreach (var task in plan.Tasks)
            {
                foreach (var step in counted(task.Deadline.Steps.AsSpan()))
                {
                    foundDates.Add(step.Due);
                    foundTasks.Add(number);
                }

                number++;
            }
        }

        (dates, tasks) = ([.. foundDates], [.. foundTasks]);
        Array.Sort(dates, tasks);
    }

    /// <summary>Those of the steps, earliest first, whose dates count.</summary>
    public delegate ReadOnlySpan<DueStep> Steps(ReadOnlySpan<DueStep> all);

    /// <summary>The tasks from one date to another, both included, in no order; one with several steps there as often.</summary>
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
