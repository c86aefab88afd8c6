using System.Collections.Immutable;
using GovGraph.Plans.Budgets;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;

namespace GovGraph.Plans.Areas;

/// <summary>A top-level row of a plan's table (lĩnh vực, chỉ số nội dung).</summary>
public sealed class Area : INode
{
    private ImmutableArray<Component> components = [];
    private ImmutableArray<TaskGroup> groups = [];
    private ImmutableArray<PlanTask> tasks = [];
    private ImmutableArray<Indicator> indicators = [];

    // Below zero until it is asked for; all versions print the same.
    private long budgetTotal = -1;

    public Plan Plan { get; private set; } = null!;

    public required string Id { get; init; }

    public required string Code { get; init; }

    /// <summary>The number as printed.</summary>
    public string? Label { get; init; }

    /// <summary>Null where the page with the heading is lost.</summary>
    public string? Title { get; init; }

    public Money? Budget { get; init; }

    /// <summary>What its tasks make.</summary>
    public long BudgetTotal => budgetTotal < 0 ? budgetTotal = PlanRow.Of(this).BudgetTotal : budgetTotal;

    public ImmutableArray<Component> Components { get => components; init => components = value; }

    /// <summary>The headings directly below the area.</summary>
    public ImmutableArray<TaskGroup> Groups { get => groups; init => groups = value; }

    /// <summary>The tasks directly below the area, with or without a heading.</summary>
    public ImmutableArray<PlanTask> Tasks { get => tasks; init => tasks = value; }

    public ImmutableArray<Indicator> Indicators { get => indicators; init => indicators = value; }

    public ImmutableArray<Damage> Damage { get; init; } = [];

    /// <summary>Its own tasks and those of its components, in the order of print.</summary>
    public ImmutableArray<PlanTask> AllTasks { get; private set; } = [];

    internal void Attach(Plan plan, List<PlanTask> planTasks, List<Indicator> planIndicators)
    {
        Plan = plan;
        var first = planTasks.Count;
        TaskGroup.AttachAll(groups, tasks, this, null, planTasks);
        foreach (var component in components)
        {
            component.Attach(this, planTasks);
        }

        foreach (var indicator in indicators)
        {
            indicator.Attach(this, planIndicators.Count);
            planIndicators.Add(indicator);
        }

        AllTasks = [.. planTasks[first..]];
    }

    internal Area CopyWith(IReadOnlyDictionary<string, ITrackedNode> changed)
    {
        var copy = (Area)MemberwiseClone();
        copy.components = [.. components.Select(component => component.CopyWith(changed))];
        copy.groups = [.. groups.Select(group => group.Copy())];
        copy.tasks = [.. tasks.Select(task => task.CopyOr(changed))];
        copy.indicators = [.. indicators.Select(indicator => indicator.CopyOr(changed))];
        return copy;
    }
}
