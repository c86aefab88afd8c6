using System.Collections.Immutable;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Tasks;

public sealed partial class PlanTask
{
    public const int MostNotes = 100;

    /// <summary>What was written down about it, oldest first.</summary>
    public ImmutableArray<TaskNote> Notes { get => Progress.Notes; init => Progress = Progress with { Notes = value }; }

    /// <summary>The task with one more note, which gets its id here.</summary>
    public Change<PlanTask> AddNote(TaskNote note) => Notes.Length >= MostNotes
        ? new TooMany(new($"The task {Id} has {MostNotes} notes, and no task may have more.", $"Nhiệm vụ {Id} đã có {MostNotes} ghi chú, là mức tối đa."))
        : Next(Progress with { Notes = Notes.Add(note with { Id = TaskNote.IdOf(Id, Notes.Length + 1), Text = EnteredText.Clean(note.Text) ?? "" }) });
}
