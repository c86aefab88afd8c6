using System.Collections.Immutable;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;

namespace GovGraph.Storage.Memory;

/// <summary>Finds the tasks that a filter can match at all, from the indexes; the filter itself still has to be asked.</summary>
internal sealed class TaskCandidates(PlanSet plans)
{
    /// <summary>In the default order; all tasks where no index helps.</summary>
    public TaskList Find(Filter? filter)
    {
        var numbers = filter is null ? null : Narrow(filter);
        return new TaskList(plans, numbers?.ToSortedArray());
    }

    /// <summary>Null where the filter can match any task.</summary>
    private TaskNumbers? Narrow(Filter filter) => filter switch
    {
        AllOf all => all.Filters.Select(Narrow).OfType<TaskNumbers>().MinBy(numbers => numbers.Count),
        AnyOf any => Union([.. any.Filters.Select(Narrow)]),
        Involvement { Unit: var unit } => new TaskNumbers([plans.Index.ByUnit(UnitName.Key(unit)), plans.Index.ByUnit(unit)]),
        ListFilter { Field: "assignments", Quantifier: ListQuantifier.Some, Inner: var inner } => NarrowByUnitId(inner),
        ObjectFilter { Field: "deadline", Inner: var inner } => NarrowByDates(inner),
        ObjectFilter { Field: "plan", Inner: var inner } => InPlans(inner),
        Comparison { Field: "id", Operator: FilterOperator.Eq, Value: string id } => ById([id]),
        Membership { Field: "id", Values: var ids } => ById(ids),
        _ => null,
    };

    private static TaskNumbers? Union(ImmutableArray<TaskNumbers?> parts) =>
        parts.Contains(null) ? null : new TaskNumbers([.. parts.SelectMany(part => part!.Runs)]);

    private TaskNumbers? NarrowByUnitId(Filter filter) => filter switch
    {
        AllOf all => all.Filters.Select(NarrowByUnitId).OfType<TaskNumbers>().MinBy(numbers => numbers.Count),
        ObjectFilter { Field: "unit", Inner: Comparison { Field: "id", Operator: FilterOperator.Eq, Value: string id } } =>
            new TaskNumbers([plans.Index.ByUnit(id)]),
        ObjectFilter { Field: "unit", Inner: Membership { Field: "id", Values: var ids } } =>
            new TaskNumbers([.. ids.OfType<string>().Select(id => (ReadOnlyMemory<int>)plans.Index.ByUnit(id))]),
        _ => null,
    };

    private TaskNumbers? NarrowByDates(Filter filter)
    {
        ImmutableArray<Filter> parts = filter is AllOf all ? all.Filters : [filter];
        TaskNumbers?[] found = [Between(plans.Index.DueDates, "dueDate", parts), Between(plans.Index.FirstDueDates, "firstDueDate", parts)];
        return found.OfType<TaskNumbers>().MinBy(numbers => numbers.Count);
    }

    private static TaskNumbers? Between(DateIndex index, string field, ImmutableArray<Filter> parts)
    {
        var (from, to) = (DateOnly.MinValue, DateOnly.MaxValue);
        var isBounded = false;
        foreach (var part in parts.OfType<Comparison>().Where(part => part.Field == field))
        {
            if (part.Value is not DateOnly date)
            {
                continue;
            }

            isBounded = true;
            if (part.Operator is FilterOperator.Eq or FilterOperator.Gt or FilterOperator.Gte)
            {
                from = date > from ? date : from;
            }

            if (part.Operator is FilterOperator.Eq or FilterOperator.Lt or FilterOperator.Lte)
            {
                to = date < to ? date : to;
            }
        }

        return isBounded ? new TaskNumbers([index.Between(from, to)]) : null;
    }

    private TaskNumbers InPlans(Filter filter)
    {
        var matches = filter.Compile(FieldMaps.Plans);
        var runs = ImmutableArray.CreateBuilder<ReadOnlyMemory<int>>();
        for (var slot = 0; slot < plans.Plans.Length; slot++)
        {
            if (matches(plans.Plans[slot]))
            {
                runs.Add(plans.Index.TasksOf(slot));
            }
        }

        return new TaskNumbers(runs.ToImmutable());
    }

    private TaskNumbers ById(ImmutableArray<object?> ids) => new(
        [(int[])[.. ids.OfType<string>().Select(plans.Task).OfType<PlanTask>().Select(plans.Number)]]);
}
