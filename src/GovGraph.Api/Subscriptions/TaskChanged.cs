using GovGraph.Plans.Tasks;
using GovGraph.Storage.History;

namespace GovGraph.Api.Subscriptions;

/// <summary>A change of a task as one follower is told of it.</summary>
/// <param name="Change">What has changed.</param>
/// <param name="IsMatch">The task matches the follower's filter after the change; false where it has left it.</param>
internal sealed record TaskChanged(TaskChange Change, bool IsMatch)
{
    public string Cursor => Change.Place.Cursor!;

    public PlanTask? Task => Change.Task;

    public HistoryEntry Entry => Change.Entry;
}
