using System.Collections.Immutable;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Budgets;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Text;
using GovGraph.Plans.Units;

namespace GovGraph.Plans.Tasks;

/// <summary>A row of a plan's table that gives someone something to do (nhiệm vụ), and what has happened since.</summary>
public sealed class PlanTask : INode
{
    private readonly UnitCells? cells;
    private string? text;
    private TaskStatus status;
    private string? statusNote;
    private DateOnly? completedOn;
    private ImmutableArray<EvidenceItem> evidence = [];
    private long version = 1;

    public Plan Plan => Area.Plan;

    public Area Area { get; private set; } = null!;

    /// <summary>The component it stands in; null if it stands directly in the area.</summary>
    public Component? Component { get; private set; }

    /// <summary>The heading it stands under.</summary>
    public TaskGroup? Group { get; private set; }

    /// <summary>Its place among all tasks of the plan, counted from 0.</summary>
    public int Ordinal { get; private set; }

    public required string Id { get; init; }

    public required string Code { get; init; }

    /// <summary>The number as printed.</summary>
    public string? Label { get; init; }

    /// <summary>The text of the task cell without its points; where there is none, the first point.</summary>
    public string? Title => Heading ?? (Items.IsEmpty ? null : Items[0]);

    /// <summary>The text of the task cell without its points.</summary>
    public string? Heading { get; init; }

    /// <summary>The points of the task cell.</summary>
    public ImmutableArray<string> Items { get; init; } = [];

    /// <summary>The whole task cell, one line for its text and each of its points; null if it is empty.</summary>
    public string? Text => Items.IsEmpty ? Heading : text ??= string.Join('\n', Heading is null ? Items : Items.Insert(0, Heading));

    /// <summary>Chỉ tiêu.</summary>
    public string? Target { get; init; }

    /// <summary>Kết quả, sản phẩm kiểm chứng.</summary>
    public string? ExpectedResult { get; init; }

    /// <summary>Ghi chú.</summary>
    public string? Note { get; init; }

    public Deadline Deadline { get; init; } = Deadline.None;

    public ImmutableArray<Assignment> Assignments { get; init; } = [];

    public Money? Budget { get; init; }

    public ImmutableArray<Damage> Damage { get; init; } = [];

    /// <summary>First line of the row in the source text.</summary>
    public int? Line { get; init; }

    public TaskStatus Status { get => status; init => status = value; }

    /// <summary>What was said when the status was set.</summary>
    public string? StatusNote { get => statusNote; init => statusNote = value; }

    /// <summary>The day on which it became completed; null while it is not.</summary>
    public DateOnly? CompletedOn { get => completedOn; init => completedOn = value; }

    public ImmutableArray<EvidenceItem> Evidence { get => evidence; init => evidence = value; }

    /// <summary>Grows by one with each change of the task.</summary>
    public long Version { get => version; init => version = value; }

    /// <summary>All that is not print.</summary>
    public TaskProgress Progress => new()
    {
        Status = status,
        StatusNote = statusNote,
        CompletedOn = completedOn,
        Evidence = evidence,
        Version = version,
    };

    public IEnumerable<Unit> Units(UnitRole role) =>
        Assignments.Where(assignment => assignment.Role == role).Select(assignment => assignment.Unit);

    /// <summary>The unit cells as printed.</summary>
    internal UnitCells Cells { get => cells ?? UnitCells.Of(Assignments); init => cells = value; }

    /// <summary>The code of the heading it stands under, within its area or component.</summary>
    public string? GroupCode { get; init; }

    public DeadlineState DeadlineState(DateOnly asOf) => DeadlineStates.Of(Deadline, status, completedOn, asOf);

    public bool IsOverdue(DateOnly asOf) => DeadlineState(asOf) == Deadlines.DeadlineState.OpenOverdue;

    /// <summary>The task with another status. The note belongs to the new status: none clears the old one.</summary>
    /// <param name="to">The wanted status.</param>
    /// <param name="note">Why, or by what.</param>
    /// <param name="day">The day on which it happens; a completed task counts as completed on it.</param>
    public Change<PlanTask> ChangeStatus(TaskStatus to, string? note, DateOnly day)
    {
        var allowed = TaskTransitions.From(status);
        if (!allowed.Contains(to))
        {
            return new TransitionNotAllowed(status, to, allowed);
        }

        if (to == TaskStatus.Completed && evidence.IsEmpty)
        {
            return new EvidenceMissing(Id);
        }

        var next = Next();
        (next.status, next.statusNote) = (to, EnteredText.Clean(note));
        next.completedOn = to == TaskStatus.Completed ? day : null;
        return next;
    }

    /// <summary>The task with one more piece of evidence, which gets its id here.</summary>
    public Change<PlanTask> AddEvidence(EvidenceItem item)
    {
        var cleaned = item.Cleaned();
        if (evidence.FirstOrDefault(cleaned.IsSameAs) is { } existing)
        {
            return new DuplicateEvidence(existing.Id);
        }

        var next = Next();
        next.evidence = evidence.Add(cleaned with { Id = $"{Id}/evidence/{evidence.Length + 1}" });
        return next;
    }

    /// <summary>The same print with the progress that a store kept.</summary>
    public PlanTask WithProgress(TaskProgress progress)
    {
        var copy = (PlanTask)MemberwiseClone();
        (copy.status, copy.statusNote, copy.completedOn) = (progress.Status, progress.StatusNote, progress.CompletedOn);
        (copy.evidence, copy.version) = (progress.Evidence, progress.Version);
        return copy;
    }

    private PlanTask Next()
    {
        var next = (PlanTask)MemberwiseClone();
        next.version = version + 1;
        return next;
    }

    internal void Attach(Area area, Component? component, TaskGroup? group, int ordinal) =>
        (Area, Component, Group, Ordinal) = (area, component, group, ordinal);

    internal PlanTask CopyOr(PlanTask changed) => (PlanTask)(changed.Id == Id ? changed : this).MemberwiseClone();
}
