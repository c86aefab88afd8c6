using GovGraph.Plans;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Units;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Grouping;

/// <summary>What the tasks of a group have in common: a value for each key asked for; null where they have none, and for every other key.</summary>
public sealed record GroupedTasksKey
{
    public Unit? LeadUnit { get; init; }

    public Unit? CoordinatingUnit { get; init; }

    public Unit? ImplementingUnit { get; init; }

    public Unit? Unit { get; init; }

    public Area? Area { get; init; }

    public Component? Component { get; init; }

    public Plan? Plan { get; init; }

    /// <summary>As the latest plan of the body names it.</summary>
    public Issuer? Issuer { get; init; }

    public ReformProgram? Program { get; init; }

    public AdministrativeLevel? Level { get; init; }

    public int? Year { get; init; }

    public TaskStatus? Status { get; init; }

    public DeadlineState? DeadlineState { get; init; }

    public DeadlineKind? DeadlineKind { get; init; }

    public CalendarMonth? Month { get; init; }

    public CalendarQuarter? Quarter { get; init; }
}
