using GovGraph.Plans.Tasks;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of a task's dated step as a row; worked out from the task, so no store is asked for them.</summary>
internal static class TaskStepFields
{
    public static FieldMap<TaskStep> Map { get; } = new(
        "TaskStep",
        new ObjectField<TaskStep, PlanTask>("task", step => step.Task, () => TaskFields.Map, isAbove: true),
        new TextField<TaskStep>("label", step => step.Label),
        new ValueField<TaskStep, DateOnly>("due", step => step.Due),
        new ValueField<TaskStep, DateOnly>("lastOnTimeDay", step => step.LastOnTimeDay),
        new ValueField<TaskStep, bool>("isExclusive", step => step.IsExclusive),
        new ValueField<TaskStep, DateOnly>("start", step => step.Start),
        new ValueField<TaskStep, bool>("isOpen", step => step.IsOpen))
    {
        Key = step => step.Id,
    };
}
