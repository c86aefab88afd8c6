using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.History;

namespace GovGraph.Api.Subscriptions;

/// <summary>A change of a task, one for all who are told of it.</summary>
internal sealed class TaskChange
{
    private readonly Plan? _plan;
    private readonly Lazy<PlanTask?> _task;
    private readonly Lazy<PlanTask?> _before;

    /// <param name="entry">The change.</param>
    /// <param name="plan">Its plan as it is now; null where it is there no more.</param>
    public TaskChange(HistoryEntry entry, Plan? plan)
    {
        (Entry, _plan) = (entry, plan);
        _task = new(() => With(entry.Event!.After));
        _before = new(() => With(entry.Event!.Before));
    }

    public HistoryEntry Entry { get; }

    public ChangePlace Place => ChangePlace.Of(Entry);

    /// <summary>The task as it stood right after the change, in its plan as it is now; null where the plan has no such task any more.</summary>
    public PlanTask? Task => _task.Value;

    /// <summary>The same right before the change.</summary>
    public PlanTask? Before => _before.Value;

    private PlanTask? With(NodeProgress? progress)
    {
        if (_plan?.Task(Entry.NodeId) is not { } task || progress is not TaskProgress known) return null;

        // Who is told at once sees the plan that the change made: nothing has to be put back.
        return task.Progress.Version == known.Version ? task : _plan.With(task.WithProgress(known), _plan.Version).Task(task.Id);
    }
}
