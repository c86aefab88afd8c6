using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Grouping;

/// <summary>One key: gives each task the numbers of its values, and a number its value back.</summary>
internal abstract class Dimension
{
    /// <summary>The number of no value.</summary>
    public const int None = -1;

    /// <summary>Adds each of the task's values once. A task that gets none is in no group.</summary>
    public abstract void Add(PlanTask task, DeadlineState state, List<int> values);

    /// <summary>The key with the value of a number in it.</summary>
    public abstract GroupedTasksKey Put(GroupedTasksKey key, int value);

    public static Dimension Of(TaskGroupKey key, ImmutableArray<Plan> plans, Func<string, Unit?> units) => key switch
    {
        TaskGroupKey.LeadUnit => new UnitDimension(units, UnitRole.Lead, (found, unit) => found with { LeadUnit = unit }),
        TaskGroupKey.CoordinatingUnit =>
            new UnitDimension(units, UnitRole.Coordinating, (found, unit) => found with { CoordinatingUnit = unit }),
        TaskGroupKey.ImplementingUnit =>
            new UnitDimension(units, UnitRole.Implementing, (found, unit) => found with { ImplementingUnit = unit }),
        TaskGroupKey.Unit => new UnitDimension(units, null, (found, unit) => found with { Unit = unit }),
        TaskGroupKey.Plan => new NodeDimension<Plan>(task => task.Plan, (found, plan) => found with { Plan = plan }),
        TaskGroupKey.Area => new NodeDimension<Area>(task => task.Area, (found, area) => found with { Area = area }),
        TaskGroupKey.Component =>
            new NodeDimension<Component>(task => task.Component, (found, component) => found with { Component = component }),
        TaskGroupKey.Issuer => new IssuerDimension(plans),
        TaskGroupKey.Program => new NumberDimension(task => (int)task.Plan.Program, (found, value) => found with { Program = (ReformProgram)value }),
        TaskGroupKey.Level => new NumberDimension(task => (int)task.Plan.Level, (found, value) => found with { Level = (AdministrativeLevel)value }),
        TaskGroupKey.Year => new NumberDimension(task => task.Plan.Year, (found, value) => found with { Year = value }),
        TaskGroupKey.Status =>
            new NumberDimension(task => (int)task.Status, (found, value) => found with { Status = (TaskStatus)value }),
        TaskGroupKey.DeadlineState => new StateDimension(),
        TaskGroupKey.DeadlineKind => new KindDimension(),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "Months and quarters are one dimension: see PeriodDimension."),
    };
}

/// <summary>A whole number that each task has.</summary>
internal sealed class NumberDimension(Func<PlanTask, int> number, Func<GroupedTasksKey, int, GroupedTasksKey> put) : Dimension
{
    public override void Add(PlanTask task, DeadlineState state, List<int> values) => values.Add(number(task));

    public override GroupedTasksKey Put(GroupedTasksKey key, int value) => put(key, value);
}

internal sealed class StateDimension : Dimension
{
    public override void Add(PlanTask task, DeadlineState state, List<int> values) => values.Add((int)state);

    public override GroupedTasksKey Put(GroupedTasksKey key, int value) => key with { DeadlineState = (DeadlineState)value };
}

internal sealed class KindDimension : Dimension
{
    public override void Add(PlanTask task, DeadlineState state, List<int> values)
    {
        foreach (var kind in task.Deadline.Kinds)
        {
            if (!values.Contains((int)kind))
            {
                values.Add((int)kind);
            }
        }

        if (values.Count == 0)
        {
            values.Add(None);
        }
    }

    public override GroupedTasksKey Put(GroupedTasksKey key, int value) => value == None ? key : key with { DeadlineKind = (DeadlineKind)value };
}

/// <summary>A node that tasks stand in. They come in the order of print, so those of one node come together.</summary>
internal sealed class NodeDimension<T>(Func<PlanTask, T?> node, Func<GroupedTasksKey, T, GroupedTasksKey> put) : Dimension
    where T : class
{
    private readonly List<T> nodes = [];

    public override void Add(PlanTask task, DeadlineState state, List<int> values)
    {
        if (node(task) is not { } found)
        {
            values.Add(None);
            return;
        }

        if (nodes.Count == 0 || !ReferenceEquals(nodes[^1], found))
        {
            nodes.Add(found);
        }

        values.Add(nodes.Count - 1);
    }

    public override GroupedTasksKey Put(GroupedTasksKey key, int value) => value == None ? key : put(key, nodes[value]);
}

/// <summary>The body that issued the plan, as its latest plan names it.</summary>
internal sealed class IssuerDimension : Dimension
{
    private readonly Dictionary<string, int> numbers = [];
    private readonly List<Issuer> issuers = [];
    private (Plan? Plan, int Number) last;

    public IssuerDimension(ImmutableArray<Plan> plans)
    {
        foreach (var plan in plans.OrderBy(plan => plan.Year))
        {
            if (numbers.TryAdd(plan.Issuer.Id, issuers.Count))
            {
                issuers.Add(plan.Issuer);
            }

            issuers[numbers[plan.Issuer.Id]] = plan.Issuer;
        }
    }

    public override void Add(PlanTask task, DeadlineState state, List<int> values)
    {
        if (!ReferenceEquals(last.Plan, task.Plan))
        {
            last = (task.Plan, numbers[task.Plan.Issuer.Id]);
        }

        values.Add(last.Number);
    }

    public override GroupedTasksKey Put(GroupedTasksKey key, int value) => key with { Issuer = issuers[value] };
}
