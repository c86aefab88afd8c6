using System.Collections.Immutable;
using GovGraph.Plans.Budgets;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Units;

namespace GovGraph.Plans.Tasks;

/// <summary>What a plan prints about a task. All versions of the task share it; only the reading of a plan writes it.</summary>
internal sealed class TaskPrint
{
    private string? text;

    public string Id { get; set; } = "";

    public string Code { get; set; } = "";

    public string? Label { get; set; }

    public string? Heading { get; set; }

    public ImmutableArray<string> Items { get; set; } = [];

    public string? Text => Items.IsEmpty ? Heading : text ??= string.Join('\n', Heading is null ? Items : Items.Insert(0, Heading));

    public string? Target { get; set; }

    public string? ExpectedResult { get; set; }

    public string? Note { get; set; }

    public Deadline Deadline { get; set; } = Deadline.None;

    public ImmutableArray<Assignment> Assignments { get; set; } = [];

    public UnitCells? Cells { get; set; }

    public Money? Budget { get; set; }

    public ImmutableArray<Damage> Damage { get; set; } = [];

    public string? GroupCode { get; set; }

    public int? Line { get; set; }
}
