using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;

namespace GovGraph.Storage.Memory;

/// <summary>Small numbers that stand for something of each task, by the number of the task, all in one array.</summary>
internal sealed class TaskValues
{
    private readonly int[] values;

    // Where each task's values start; one more for the end.
    private readonly int[] starts;

    /// <param name="plans">In the order of the index.</param>
    /// <param name="add">Adds the values of a task, each once.</param>
    public TaskValues(ImmutableArray<Plan> plans, Action<PlanTask, List<int>> add)
    {
        var (found, places, ofTask) = (new List<int>(), new List<int>(), new List<int>());
        foreach (var plan in plans)
        {
            foreach (var task in plan.Tasks)
            {
                places.Add(found.Count);
                ofTask.Clear();
                add(task, ofTask);
                found.AddRange(ofTask);
            }
        }

        places.Add(found.Count);
        (values, starts) = ([.. found], [.. places]);
    }

    public ReadOnlySpan<int> Of(int number) => values.AsSpan(starts[number]..starts[number + 1]);
}
