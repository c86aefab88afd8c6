using System.Collections.Immutable;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Budgets;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Units;

namespace GovGraph.Plans.Tasks;

/// <summary>A row of a plan's table that gives someone something to do (nhiệm vụ), and what has happened since.</summary>
public sealed class PlanTask : INode
{
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
    public string? Title => Heading ?? Items.FirstOrDefault();

    /// <summary>The text of the task cell without its points.</summary>
    public string? Heading { get; init; }

    /// <summary>The points of the task cell.</summary>
    public ImmutableArray<string> Items { get; init; } = [];

    /// <summary>The whole task cell, one line for its text and each of its points; null if it is empty.</summary>
    public string? Text =>
        Items.IsEmpty ? Heading : Heading is null ? string.Join('\n', Items) : $"{Heading}\n{string.Join('\n', Items)}";

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

    public TaskStatus Status { get; init; }

    public string? StatusNote { get; init; }

    public DateOnly? CompletedOn { get; init; }

    public ImmutableArray<EvidenceItem> Evidence { get; init; } = [];

    /// <summary>Grows by one with each change of the task.</summary>
    public long Version { get; init; } = 1;

    public IEnumerable<Unit> Units(UnitRole role) =>
        Assignments.Where(assignment => assignment.Role == role).Select(assignment => assignment.Unit);

    /// <summary>The code of the heading it stands under, within its area or component.</summary>
    public string? GroupCode { get; init; }

    internal void Attach(Area area, Component? component, TaskGroup? group, int ordinal) =>
        (Area, Component, Group, Ordinal) = (area, component, group, ordinal);

    internal PlanTask CopyOr(PlanTask changed) => (PlanTask)(changed.Id == Id ? changed : this).MemberwiseClone();
}
