using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage.Memory;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Grouping;

/// <summary>One key: gives each task the numbers of its values, and a number its value back.</summary>
internal abstract class Dimension
{
    /// <summary>The number of no value.</summary>
    public const int None = -1;

    /// <summary>Adds each of a task's values once; it is asked by the task or by its number. A task that gets none is in no group.</summary>
    public abstract void Add(PlanTask task, int number, DeadlineState state, List<int> values);

    /// <summary>The key with the value of a number in it.</summary>
    public abstract GroupedTasksKey Put(GroupedTasksKey key, int value);

    public static Dimension Of(TaskGroupKey key, PlanSet plans) => key switch
    {
        TaskGroupKey.LeadUnit => new UnitDimension(plans.Index, UnitRole.Lead, (found, unit) => found with { LeadUnit = unit }),
        TaskGroupKey.CoordinatingUnit =>
            new UnitDimension(plans.Index, UnitRole.Coordinating, (found, unit) => found with { CoordinatingUnit = unit }),
        TaskGroupKey.ImplementingUnit =>
            new UnitDimension(plans.Index, UnitRole.Implementing, (found, unit) => found with { ImplementingUnit = unit }),
        TaskGroupKey.Unit => new UnitDimension(plans.Index, null, (found, unit) => found with { Unit = unit }),
        TaskGroupKey.Plan => new NodeDimension<Plan>(task => task.Plan, (found, plan) => found with { Plan = plan }),
        TaskGroupKey.Area => new NodeDimension<Area>(task => task.Area, (found, area) => found with { Area = area }),
        TaskGroupKey.Component =>
            new NodeDimension<Component>(task => task.Component, (found, component) => found with { Component = component }),
        TaskGroupKey.Issuer => new IssuerDimension(plans.Plans),
        TaskGroupKey.Program => new NumberDimension(task => (int)task.Plan.Program, (found, value) => found with { Program = (ReformProgram)value }),
        TaskGroupKey.Level => new NumberDimension(task => (int)task.Plan.Level, (found, value) => found with { Level = (AdministrativeLevel)value }),
        TaskGroupKey.Year => new NumberDimension(task => task.Plan.Year, (found, value) => found with { Year = value }),
        TaskGroupKey.Status =>
            new NumberDimension(task => (int)task.Status, (found, value) => found with { Status = (TaskStatus)value }),
        TaskGroupKey.DeadlineState => new StateDimension(),
        TaskGroupKey.DeadlineKind => new KindDimension(plans.Index.Columns.Kinds),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "Months and quarters are one dimension: see PeriodDimension."),
    };
}

/// <summary>A whole number that each task has.</summary>
internal sealed class NumberDimension(Func<PlanTask, int> get, Func<GroupedTasksKey, int, GroupedTasksKey> put) : Dimension
{
    public override void Add(PlanTask task, int number, DeadlineState state, List<int> values) => values.Add(get(task));

    public override GroupedTasksKey Put(GroupedTasksKey key, int value) => put(key, value);
}

internal sealed class StateDimension : Dimension
{
    public override void Add(PlanTask task, int number, DeadlineState state, List<int> values) => values.Add((int)state);

    public override GroupedTasksKey Put(GroupedTasksKey key, int value) => key with { DeadlineState = (DeadlineState)value };
}

internal sealed class KindDimension(TaskValues kinds) : Dimension
{
    public override void Add(PlanTask task, int number, DeadlineState state, List<int> values) => values.AddOrNone(kinds.Of(number));

    public override GroupedTasksKey Put(GroupedTasksKey key, int value) => value == None ? key : key with { DeadlineKind = (DeadlineKind)value };
}

/// <summary>The units of a task in one role, or in any; those of one body with the same id are one.</summary>
internal sealed class UnitDimension(TaskIndex index, UnitRole? role, Func<GroupedTasksKey, Unit, GroupedTasksKey> put) : Dimension
{
    private readonly TaskValues units = index.Columns.Units(role);

    public override void Add(PlanTask task, int number, DeadlineState state, List<int> values) => values.AddOrNone(units.Of(number));

    public override GroupedTasksKey Put(GroupedTasksKey key, int value) => value == None ? key : put(key, index.Units.All[value]);
}

/// <summary>A node that tasks stand in. They come in the order of print, so those of one node come together.</summary>
internal sealed class NodeDimension<T>(Func<PlanTask, T?> node, Func<GroupedTasksKey, T, GroupedTasksKey> put) : Dimension
    where T : class
{
    private readonly List<T> nodes = [];

    public override void Add(PlanTask task, int number, DeadlineState state, List<int> values)
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

    public override void Add(PlanTask task, int number, DeadlineState state, List<int> values)
    {
        if (!ReferenceEquals(last.Plan, task.Plan))
        {
            last = (task.Plan, numbers[task.Plan.Issuer.Id]);
        }

        values.Add(last.Number);
    }

    public override GroupedTasksKey Put(GroupedTasksKey key, int value) => key with { Issuer = issuers[value] };
}

internal static class DimensionValues
{
    /// <summary>Adds the values, or that there is none.</summary>
    public static void AddOrNone(this List<int> values, ReadOnlySpan<int> found)
    {
        if (found.IsEmpty)
        {
            values.Add(Dimension.None);
        }
        else
        {
            values.AddRange(found);
        }
    }
}
