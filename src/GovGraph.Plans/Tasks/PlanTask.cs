using System.Collections.Immutable;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Budgets;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Text;
using GovGraph.Plans.Units;

namespace GovGraph.Plans.Tasks;

/// <summary>A row of a plan's table that gives someone something to do (nhiệm vụ), and what has happened since.</summary>
public sealed partial class PlanTask : ITrackedNode
{
    private static readonly TaskProgress NotStarted = new();

    // A new version of a plan has new tasks, as each knows its plan: what is printed and what has happened is handed on, not copied.
    private readonly TaskPrint print = new();
    private TaskProgress progress = NotStarted;

    public Plan Plan => Area.Plan;

    public Area Area { get; private set; } = null!;

    /// <summary>The component it stands in; null if it stands directly in the area.</summary>
    public Component? Component { get; private set; }

    /// <summary>The heading it stands under.</summary>
    public TaskGroup? Group { get; private set; }

    /// <summary>Its place among all tasks of the plan, counted from 0.</summary>
    public int Ordinal { get; private set; }

    public required string Id { get => print.Id; init => print.Id = value; }

    public required string Code { get => print.Code; init => print.Code = value; }

    /// <summary>The number as printed.</summary>
    public string? Label { get => print.Label; init => print.Label = value; }

    /// <summary>The text of the task cell without its points; where there is none, the first point.</summary>
    public string? Title => Heading ?? (Items.IsEmpty ? null : Items[0]);

    /// <summary>The text of the task cell without its points.</summary>
    public string? Heading { get => print.Heading; init => print.Heading = value; }

    /// <summary>The points of the task cell.</summary>
    public ImmutableArray<string> Items { get => print.Items; init => print.Items = value; }

    /// <summary>The whole task cell, one line for its text and each of its points; null if it is empty.</summary>
    public string? Text => print.Text;

    /// <summary>Chỉ tiêu.</summary>
    public string? Target { get => print.Target; init => print.Target = value; }

    /// <summary>Kết quả, sản phẩm kiểm chứng.</summary>
    public string? ExpectedResult { get => print.ExpectedResult; init => print.ExpectedResult = value; }

    /// <summary>Ghi chú.</summary>
    public string? Note { get => print.Note; init => print.Note = value; }

    public Deadline Deadline { get => print.Deadline; init => print.Deadline = value; }

    public ImmutableArray<Assignment> Assignments { get => print.Assignments; init => print.Assignments = value; }

    public Money? Budget { get => print.Budget; init => print.Budget = value; }

    public ImmutableArray<Damage> Damage { get => print.Damage; init => print.Damage = value; }

    /// <summary>First line of the row in the source text.</summary>
    public int? Line { get => print.Line; init => print.Line = value; }

    public TaskStatus Status { get => Progress.Status; init => Progress = Progress with { Status = value }; }

    /// <summary>Neither completed nor cancelled.</summary>
    public bool IsOpen => Status is not (TaskStatus.Completed or TaskStatus.Cancelled);

    /// <summary>What was said when the status was set.</summary>
    public string? StatusNote { get => Progress.StatusNote; init => Progress = Progress with { StatusNote = value }; }

    /// <summary>The day on which it became completed; null while it is not.</summary>
    public DateOnly? CompletedOn { get => Progress.CompletedOn; init => Progress = Progress with { CompletedOn = value }; }

    /// <summary>Grows by one with each change of the task.</summary>
    public long Version { get => Progress.Version; init => Progress = Progress with { Version = value }; }

    /// <summary>All that is not print.</summary>
    public TaskProgress Progress { get => progress; init => progress = value; }

    NodeProgress ITrackedNode.Progress => Progress;

    public ImmutableArray<Unit> Units(UnitRole role)
    {
        var units = ImmutableArray.CreateBuilder<Unit>();
        foreach (var assignment in Assignments)
        {
            if (assignment.Role == role)
            {
                units.Add(assignment.Unit);
            }
        }

        return units.DrainToImmutable();
    }

    /// <summary>The unit cells as printed.</summary>
    internal UnitCells Cells { get => print.Cells ?? UnitCells.Of(Assignments); init => print.Cells = value; }

    /// <summary>The code of the heading it stands under, within its area or component.</summary>
    public string? GroupCode { get => print.GroupCode; init => print.GroupCode = value; }

    public DeadlineState DeadlineState(DateOnly asOf) => DeadlineStates.Of(CurrentDeadline, Status, CompletedOn, asOf);

    public bool IsOverdue(DateOnly asOf) => DeadlineState(asOf) == Deadlines.DeadlineState.OpenOverdue;

    /// <summary>The task with another status. The note belongs to the new status: none clears the old one.</summary>
    /// <param name="to">The wanted status.</param>
    /// <param name="note">Why, or by what.</param>
    /// <param name="day">The day on which it happens; a completed task counts as completed on it.</param>
    public Change<PlanTask> ChangeStatus(TaskStatus to, string? note, DateOnly day)
    {
        var allowed = TaskTransitions.From(Status);
        if (!allowed.Contains(to))
        {
            return new TransitionNotAllowed(Status, to, allowed);
        }

        if (to == TaskStatus.Completed && !IsProven(Evidence))
        {
            return new EvidenceMissing(Id, EvidenceRule, HasSome: !Evidence.IsEmpty);
        }

        return Next(Progress with { Status = to, StatusNote = EnteredText.Clean(note), CompletedOn = to == TaskStatus.Completed ? day : null });
    }

    /// <summary>Several changes as one: each is judged on what those before it leave, one that is refused refuses all, and the version grows once.</summary>
    public Change<PlanTask> AsOne(params ImmutableArray<Func<PlanTask, Change<PlanTask>>> changes)
    {
        var task = this;
        foreach (var change in changes)
        {
            var changed = change(task);
            if (changed.IsRefused)
            {
                return changed;
            }

            task = changed.Value;
        }

        return Next(task.Progress);
    }

    /// <summary>The same print with the progress that a store kept.</summary>
    public PlanTask WithProgress(TaskProgress kept)
    {
        var copy = (PlanTask)MemberwiseClone();
        copy.progress = kept;
        return copy;
    }

    ITrackedNode ITrackedNode.WithProgress(NodeProgress kept) => WithProgress((TaskProgress)kept);

    private PlanTask Next(TaskProgress next) => WithProgress(next with { Version = Version + 1 });

    internal void Attach(Area area, Component? component, TaskGroup? group, int ordinal)
    {
        (Area, Component, Group, Ordinal) = (area, component, group, ordinal);
        Assignment.Attach(Assignments, Id);
    }

    internal PlanTask CopyOr(IReadOnlyDictionary<string, ITrackedNode> changed) =>
        (PlanTask)(changed.TryGetValue(Id, out var other) ? (PlanTask)other : this).MemberwiseClone();
}
