using System.Collections.Immutable;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Memory;

namespace GovGraph.Storage.Grouping;

/// <summary>Groups tasks in one pass.</summary>
/// <remarks>
/// a. Each dimension gives a task the numbers of its values. b. Each combination of them is a group with a number of its own.
/// c. The task is counted with each of its groups. d. Empty periods get groups too. e. Only then are there objects.
/// </remarks>
internal sealed class TaskGrouping
{
    /// <summary>So many groups are made in memory at most.</summary>
    public const int MaxGroups = 200_000;

    private readonly GroupQuery query;
    private readonly PlanSet plans;
    private readonly TaskColumns columns;
    private readonly ImmutableArray<Dimension> dimensions;
    private readonly PeriodDimension? periods;
    private readonly GroupNumbers numbers;
    private readonly TaskTally tally = new();
    private readonly List<int> values = [];
    private TaskStandings? standings;
    private List<int> groups = [];
    private List<int> longer = [];
    private bool isTooMany;

    public TaskGrouping(GroupQuery query, PlanSet plans)
    {
        (this.query, this.plans, columns) = (query, plans, plans.Index.Columns);
        var others = query.By.Where(key => key is not (TaskGroupKey.Month or TaskGroupKey.Quarter)).ToImmutableArray();
        periods = others.Length == query.By.Length ? null : new PeriodDimension(query.By, query.Periods, columns);

        // Periods come last, so that empty ones can be added to all that stands before them.
        dimensions = [.. others.Select(key => Dimension.Of(key, plans)), .. periods is null ? [] : (Dimension[])[periods]];
        numbers = new GroupNumbers(dimensions.Length);
    }

    /// <summary>The groups of the tasks, which come plan by plan in the order of print; in no order. Null where there are too many.</summary>
    public ImmutableArray<GroupedTasks>? Of(TaskList tasks, Func<PlanTask, bool>? matches, CancellationToken cancellation)
    {
        for (var i = 0; i < tasks.Count && !isTooMany; i++)
        {
            if ((i & 255) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            var task = tasks[i];
            if (matches is null || matches(task))
            {
                Count(task, tasks.Number(i));
            }
        }

        if (query.Periods is { IncludeEmpty: true })
        {
            AddEmptyPeriods();
        }

        return isTooMany ? null : [.. Enumerable.Range(0, numbers.Count).Select(group => tally.Group(group, KeyOf(group)))];
    }

    private void Count(PlanTask task, int number)
    {
        if (!ReferenceEquals(standings?.Plan, task.Plan))
        {
            standings = plans.StandingsOf(task.Plan);
        }

        var state = standings.State(task.Ordinal, query.AsOf);
        groups.Clear();
        groups.Add(0);
        for (var dimension = 0; dimension < dimensions.Length; dimension++)
        {
            values.Clear();
            dimensions[dimension].Add(task, number, state, values);
            longer.Clear();
            foreach (var group in groups)
            {
                foreach (var value in values)
                {
                    longer.Add(numbers.Get(dimension, group, value));
                }
            }

            (groups, longer) = (longer, groups);
            if (groups.Count > MaxGroups || numbers.Count > MaxGroups)
            {
                isTooMany = true;
                return;
            }
        }

        foreach (var group in groups)
        {
            tally.Add(group, task.Status, state, columns.Budget(number));
        }
    }

    private void AddEmptyPeriods()
    {
        foreach (var before in numbers.BeforeLast())
        {
            foreach (var period in periods!.Periods)
            {
                numbers.Get(dimensions.Length - 1, before, period);
            }

            isTooMany |= numbers.Count > MaxGroups;
            if (isTooMany)
            {
                return;
            }
        }
    }

    private GroupedTasksKey KeyOf(int group)
    {
        var key = new GroupedTasksKey();
        var dimension = dimensions.Length;
        foreach (var value in numbers.Values(group))
        {
            key = dimensions[--dimension].Put(key, value);
        }

        return key;
    }
}
