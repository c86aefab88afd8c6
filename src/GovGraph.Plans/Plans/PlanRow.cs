using System.Collections.Immutable;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Budgets;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;

namespace GovGraph.Plans;

/// <summary>Any row of a plan's table, whatever it is, with the rows below it; the plan itself is the row above all others.</summary>
/// <param name="Name">What to call it: <c>Task 1.3.2</c>.</param>
internal sealed record PlanRow(
    INode Node, string Name, string? Code, Money? Budget, ImmutableArray<Damage> Damage, ImmutableArray<PlanRow> Below)
{
    /// <summary>The indicators of an area: rows of a table of their own, in which there are no amounts.</summary>
    private ImmutableArray<PlanRow> Indicators { get; init; } = [];

    /// <summary>What the rows below make that have none below themselves, the tasks before all; its own amount where nothing is below it.</summary>
    public long BudgetTotal => Below.IsEmpty ? Budget?.Dong ?? 0 : Below.Sum(row => row.BudgetTotal);

    /// <summary>This row and all below it, in the order of print.</summary>
    public IEnumerable<PlanRow> All => [this, .. Below.SelectMany(row => row.All), .. Indicators];

    public static PlanRow Of(Plan plan) => new(plan, "The plan", null, plan.Budget, plan.Damage, [.. plan.Areas.Select(Of)]);

    public static PlanRow Of(Area area) => new(
        area, $"Area {area.Code}", area.Code, area.Budget, area.Damage, [.. Rows(area.Groups, area.Tasks), .. area.Components.Select(Of)])
    {
        Indicators = [.. area.Indicators.Select(Of)],
    };

    public static PlanRow Of(Component component) => new(
        component, $"Component {component.Code}", component.Code, component.Budget, component.Damage, [.. Rows(component.Groups, component.Tasks)]);

    public static PlanRow Of(TaskGroup group) =>
        new(group, $"Group {group.Code}", group.Code, group.Budget, group.Damage, [.. group.Tasks.Select(Of)]);

    private static PlanRow Of(PlanTask task) => new(task, $"Task {task.Code}", task.Code, task.Budget, task.Damage, []);

    private static PlanRow Of(Indicator indicator) =>
        new(indicator, $"Indicator {indicator.Code}", indicator.Code, null, indicator.Damage, []);

    private static IEnumerable<PlanRow> Rows(ImmutableArray<TaskGroup> groups, ImmutableArray<PlanTask> tasks) =>
    [
        .. groups.Select(group => (Row: Of(group), Place: group.Tasks.IsEmpty ? int.MaxValue : group.Tasks[0].Ordinal))
            .Concat(tasks.Where(task => task.Group is null).Select(task => (Row: Of(task), Place: task.Ordinal)))
            .OrderBy(placed => placed.Place)
            .Select(placed => placed.Row),
    ];
}
