using System.Collections;
using GovGraph.Plans.Tasks;

namespace GovGraph.Storage.Memory;

/// <summary>Tasks of a set of plans by their numbers; all of them where no numbers are given.</summary>
internal sealed class TaskList(PlanSet plans, ReadOnlyMemory<int>? numbers) : IReadOnlyList<PlanTask>
{
    private readonly TaskIndex index = plans.Index;
    private readonly int count = numbers?.Length ?? plans.Index.TaskCount;

    public int Count => count;

    /// <summary>The number of the task at a position.</summary>
    public int Number(int position) => numbers is { } some ? some.Span[position] : position;

    public PlanTask this[int position]
    {
        get
        {
            var (slot, ordinal) = index.Place(Number(position));
            return plans.Plans[slot].Tasks[ordinal];
        }
    }

    public IEnumerator<PlanTask> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
