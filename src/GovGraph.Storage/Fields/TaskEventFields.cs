using GovGraph.Plans.Tasks;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of an event that has started a task's clock.</summary>
internal static class TaskEventFields
{
    public static FieldMap<TaskEvent> Map { get; } = new(
        "TaskEvent",
        new IdField<TaskEvent>("id", item => item.Id),
        new TextField<TaskEvent>("trigger", item => item.Trigger),
        new ValueField<TaskEvent, DateOnly>("happenedOn", item => item.HappenedOn),
        new ValueField<TaskEvent, DateOnly>("due", item => item.Due),
        new ValueField<TaskEvent, DateOnly>("doneOn", item => item.DoneOn),
        new TextField<TaskEvent>("note", item => item.Note));
}
