using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GovGraph.Plans.Deadlines;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Grouping;

/// <summary>The counts of groups by their numbers, side by side in two lists: a country's tasks are counted without an object for each group.</summary>
internal sealed class TaskTally
{
    private static readonly int StatusCount = Enum.GetValues<TaskStatus>().Length;
    private static readonly int Width = 1 + StatusCount + Enum.GetValues<DeadlineState>().Length;

    private readonly List<int> counts = [];
    private readonly List<long> budgets = [];

    /// <exception cref="OverflowException">The amounts are more than a number of 64 bits holds.</exception>
    public void Add(int group, TaskStatus status, DeadlineState state, long budget)
    {
        Reserve(group);
        var row = CollectionsMarshal.AsSpan(counts).Slice(group * Width, Width);
        row[0]++;
        row[1 + (int)status]++;
        row[1 + StatusCount + (int)state]++;
        budgets[group] = checked(budgets[group] + budget);
    }

    public GroupedTasks Group(int group, GroupedTasksKey key)
    {
        Reserve(group);
        var row = CollectionsMarshal.AsSpan(counts).Slice(group * Width, Width);
        return new GroupedTasks
        {
            Key = key,
            Count = row[0],
            BudgetTotal = budgets[group],
            Statuses = ImmutableArray.Create<int>(row.Slice(1, StatusCount)),
            DeadlineStates = ImmutableArray.Create<int>(row[(1 + StatusCount)..]),
        };
    }

    private void Reserve(int group)
    {
        if (group >= budgets.Count)
        {
            CollectionsMarshal.SetCount(counts, (group + 1) * Width);
            CollectionsMarshal.AsSpan(counts)[(budgets.Count * Width)..].Clear();
            CollectionsMarshal.SetCount(budgets, group + 1);
        }
    }
}
