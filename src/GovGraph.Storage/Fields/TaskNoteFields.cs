using GovGraph.Plans.Tasks;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of a note on a task.</summary>
internal static class TaskNoteFields
{
    public static FieldMap<TaskNote> Map { get; } = new(
        "TaskNote",
        new IdField<TaskNote>("id", item => item.Id),
        new TextField<TaskNote>("text", item => item.Text),
        new IdField<TaskNote>("by", item => item.By),
        new ValueField<TaskNote, DateTimeOffset>("at", item => item.At));
}
