using System.Collections.Immutable;
using GovGraph.Api.Filters;
using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Fields;

namespace GovGraph.Api.Tasks;

internal static class TaskStepFields
{
    /// <summary><c>dueSteps</c> of whatever has tasks.</summary>
    public static void DueSteps<T>(this TypeBinding<T> type, Func<T, ImmutableArray<PlanTask>> tasks)
        where T : notnull =>
        type.List("dueSteps", FieldMaps.TaskSteps, parent => TaskStep.Of(tasks(parent)));

    public static void Bind(TypeBinding<TaskStep> steps)
    {
        steps.Field("id", step => step.Id);
        steps.Field("task", step => step.Task);
        steps.Field("label", step => step.Label);
        steps.Field("due", step => step.Due);
        steps.Field("lastOnTimeDay", step => step.LastOnTimeDay);
        steps.Field("isExclusive", step => step.IsExclusive);
        steps.Field("start", step => step.Start);
        steps.Field("isOpen", step => step.IsOpen);
    }
}
