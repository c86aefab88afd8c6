using System.Collections.Immutable;
using GovGraph.Plans.Budgets;
using GovGraph.Plans.Tasks;

namespace GovGraph.Plans.Areas;

/// <summary>A part of an area (nội dung thành phần).</summary>
public sealed class Component : INode
{
    private ImmutableArray<TaskGroup> groups = [];
    private ImmutableArray<PlanTask> tasks = [];

    // Below zero until it is asked for; all versions print the same.
    private long budgetTotal = -1;

    public Plan Plan => Area.Plan;

    public Area Area { get; private set; } = null!;

    public required string Id { get; init; }

    public required string Code { get; init; }

    /// <summary>The number as printed.</summary>
    public string? Label { get; init; }

    /// <summary>Null where the page with the heading is lost.</summary>
    public string? Title { get; init; }

    public Money? Budget { get; init; }

    /// <summary>What its tasks make.</summary>
    public long BudgetTotal => budgetTotal < 0 ? budgetTotal = PlanRow.Of(this).BudgetTotal : budgetTotal;

    public ImmutableArray<TaskGroup> Groups { get => groups; init => groups = value; }

    /// <summary>All its tasks, with or without a heading, in the order of print.</summary>
    public ImmutableArray<PlanTask> Tasks { get => tasks; init => tasks = value; }

    public ImmutableArray<Damage> Damage { get; init; } = [];

    internal void Attach(Area area, List<PlanTask> planTasks)
    {
        Area = area;
        TaskGroup.AttachAll(groups, tasks, area, this, planTasks);
    }

    internal Component CopyWith(IReadOnlyDictionary<string, ITrackedNode> changed)
    {
        var copy = (Component)MemberwiseClone();
        copy.groups = [.. groups.Select(group => group.Copy())];
        copy.tasks = [.. tasks.Select(task => task.CopyOr(changed))];
        return copy;
    }
}
