using GovGraph.Plans.Tasks;

namespace GovGraph.Storage;

/// <summary>A change of a task, one of several that are asked for at once.</summary>
/// <param name="TaskId">The id of the task.</param>
/// <param name="ExpectedVersion">The version that the caller has seen; null takes any.</param>
/// <param name="Make">Makes the changed task, or refuses. It may be asked again with a newer task, so it must do nothing else.</param>
/// <param name="Record">Who changes it, when and why.</param>
public sealed record AskedChange(string TaskId, long? ExpectedVersion, Func<PlanTask, Change<PlanTask>> Make, ChangeRecord Record)
{
    public string PlanId => TaskId.Split('/', 2)[0];
}
