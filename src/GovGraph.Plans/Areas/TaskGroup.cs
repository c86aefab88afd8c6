using System.Collections.Immutable;
using GovGraph.Plans.Budgets;
using GovGraph.Plans.Tasks;

namespace GovGraph.Plans.Areas;

/// <summary>A heading inside an area or a component below which tasks stand (nhóm).</summary>
public sealed class TaskGroup : INode
{
    // Below zero until it is asked for; all versions print the same.
    private long budgetTotal = -1;

    public Plan Plan => Area.Plan;

    public Area Area { get; private set; } = null!;

    /// <summary>The component it stands in; null if it stands directly in the area.</summary>
    public Component? Component { get; private set; }

    public required string Id { get; init; }

    public required string Code { get; init; }

    /// <summary>The number as printed.</summary>
    public string? Label { get; init; }

    public string? Title { get; init; }

    public Money? Budget { get; init; }

    /// <summary>What its tasks make.</summary>
    public long BudgetTotal => budgetTotal < 0 ? budgetTotal = PlanRow.Of(this).BudgetTotal : budgetTotal;

    public ImmutableArray<Damage> Damage { get; init; } = [];

    /// <summary>The tasks of its area or component that name this group, in the order of print.</summary>
    public ImmutableArray<PlanTask> Tasks { get; private set; } = [];

    /// <summary>Attaches the groups and tasks of one area or component, and ties each task to its group.</summary>
    internal static void AttachAll(
        ImmutableArray<TaskGroup> groups,
        ImmutableArray<PlanTask> tasks,
        Area area,
        Component? component,
        List<PlanTask> planTasks)
    {
        foreach (var group in groups)
        {
            (group.Area, group.Component) = (area, component);
            group.Tasks = [.. tasks.Where(task => task.GroupCode == group.Code)];
        }

        foreach (var task in tasks)
        {
            var group = task.GroupCode is null ? null : groups.FirstOrDefault(group => group.Code == task.GroupCode);
            task.Attach(area, component, group, planTasks.Count);
            planTasks.Add(task);
        }
    }

    internal TaskGroup Copy() => (TaskGroup)MemberwiseClone();
}
