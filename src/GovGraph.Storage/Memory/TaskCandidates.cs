using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Text;
using GovGraph.Plans.Units;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;

namespace GovGraph.Storage.Memory;

/// <summary>Finds from the indexes the tasks that a filter can match at all.</summary>
internal sealed class TaskCandidates(PlanSet plans)
{
    /// <summary>Finds the tasks with dates from one to another, both included.</summary>
    private delegate TaskNumbers Look(DateOnly from, DateOnly to);

    // With so few left, asking each is quicker than a run over all texts or all standings.
    private const int FewEnough = 500;

    /// <summary>The tasks in the default order, all of them where no index helps, and what is still to be asked of each; null for nothing.</summary>
    public (TaskList Tasks, Filter? Remaining) Find(Filter? filter)
    {
        var parts = PartsOf(filter);
        var (part, numbers) = Narrowest(parts);
        if (numbers is null)
        {
            return (new TaskList(plans, null), filter);
        }

        var rest = numbers.IsExact ? parts.Remove(part!) : parts;
        return (new TaskList(plans, numbers.Sorted()), rest.IsEmpty ? null : Filter.And(rest));
    }

    private (Filter? Part, TaskNumbers? Numbers) Narrowest(ImmutableArray<Filter> parts)
    {
        var best = Best(parts.Where(part => !IsRun(part)));
        return best.Numbers?.Count <= FewEnough ? best : Best(parts.Where(IsRun), best);
    }

    private (Filter? Part, TaskNumbers? Numbers) Best(IEnumerable<Filter> parts, (Filter? Part, TaskNumbers? Numbers) best = default)
    {
        foreach (var part in parts)
        {
            if (Narrow(part) is { } numbers && numbers.Count < (best.Numbers?.Count ?? int.MaxValue))
            {
                best = (part, numbers);
            }
        }

        return best;
    }

    /// <summary>Null where the filter can match any task.</summary>
    private TaskNumbers? Narrow(Filter filter)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return filter switch
        {
            AllOf all => NarrowByAll(all.Filters),
            AnyOf any => Union([.. any.Filters.Select(Narrow)]),
            Involvement involvement => Involved(involvement),
            ListFilter { Field: "assignments", Quantifier: ListQuantifier.Some, Inner: var inner } => NarrowByUnitId(inner),
            ObjectFilter { Field: "deadline", Inner: var inner } =>
                NarrowByDates(inner, In(plans.Index.DueDates), In(plans.Index.FirstDueDates), In(plans.Index.StepDates)),
            ObjectFilter { Field: TaskFields.CurrentDeadline, Inner: var inner } => NarrowByDates(
                inner,
                InStandings((standings, ordinal, from, to) => standings.IsLastDueBetween(ordinal, from, to), isExact: true),
                InStandings((standings, ordinal, from, to) => standings.IsFirstDueBetween(ordinal, from, to), isExact: true),
                InStandings((standings, ordinal, from, to) => standings.MayBeDueBetween(ordinal, from, to), isExact: false)),
            ObjectFilter { Field: "plan", Inner: var inner } => InPlans(inner),
            Comparison { Field: "id", Operator: FilterOperator.Eq, Value: string id } => ById([id]),
            Membership { Field: "id", Values: var ids } => ById(ids),
            Comparison { Value: string } comparison when IsText(comparison) => NarrowByText(comparison),
            _ => null,
        };
    }

    private TaskNumbers Involved(Involvement involvement)
    {
        ImmutableArray<string> names = [UnitName.Key(involvement.Unit), involvement.Unit];
        var itself = names.SelectMany(name => plans.Index.ByUnit(name, involvement.Roles));
        var under = involvement.IncludesUnder ? names.SelectMany(name => plans.Index.ByUnitAbove(name, involvement.Roles)) : [];
        return new([.. itself, .. under], IsExact: true);
    }

    private TaskNumbers? NarrowByAll(ImmutableArray<Filter> parts) =>
        Narrowest(parts).Numbers is { } numbers ? numbers with { IsExact = numbers.IsExact && parts.Length == 1 } : null;

    private static ImmutableArray<Filter> PartsOf(Filter? filter) => filter switch
    {
        null => [],
        AllOf all => all.Filters,
        _ => [filter],
    };

    /// <summary>Whether what it can match is found by a run over something of all tasks.</summary>
    private static bool IsRun(Filter filter) => IsText(filter) || filter is ObjectFilter { Field: TaskFields.CurrentDeadline };

    private static bool IsText(Filter filter) => filter is Comparison { Field: "title" or "text" or "target" or "expectedResult" or "note" };

    private static TaskNumbers? Union(ImmutableArray<TaskNumbers?> parts) => parts.Contains(null)
        ? null
        : new([.. parts.SelectMany(part => part!.Runs)], parts.All(part => part!.IsExact));

    private TaskNumbers? NarrowByText(Comparison comparison)
    {
        var wanted = (string)comparison.Value!;
        var folded = FoldedText.FoldMarks(wanted);
        return plans.Index.Texts.Containing(folded) is { } found
            ? new(found, comparison is { Field: "text", Operator: FilterOperator.Contains } && folded == FoldedText.Fold(wanted))
            : null;
    }

    private TaskNumbers? NarrowByUnitId(Filter filter) => filter switch
    {
        AllOf all => all.Filters.Where(part => part is ObjectFilter).Select(NarrowByUnitId).OfType<TaskNumbers>().MinBy(numbers => numbers.Count),
        ObjectFilter { Field: "unit", Inner: Comparison { Field: "id", Operator: FilterOperator.Eq, Value: string id } } => ByUnitIds([id]),
        ObjectFilter { Field: "unit", Inner: Membership { Field: "id", Values: var ids } } => ByUnitIds(ids),
        _ => null,
    };

    // A unit's name may look like another one's id, so the filter is asked again.
    private TaskNumbers ByUnitIds(ImmutableArray<object?> ids) =>
        new([.. ids.OfType<string>().SelectMany(id => plans.Index.ByUnit(id, []))], IsExact: false);

    private static TaskNumbers? NarrowByDates(Filter filter, Look dueDates, Look firstDueDates, Look stepDates)
    {
        var parts = PartsOf(filter);
        TaskNumbers?[] found =
        [
            Between(dueDates, "dueDate", parts),
            Between(firstDueDates, "firstDueDate", parts),
            .. parts.OfType<ListFilter>().Where(part => part is { Field: "steps", Quantifier: ListQuantifier.Some })
                .Select(part => Between(stepDates, "due", PartsOf(part.Inner)))
                .Select(numbers => numbers is null ? null : numbers with { IsExact = numbers.IsExact && parts.Length == 1 }),
        ];
        return found.OfType<TaskNumbers>().MinBy(numbers => numbers.Count);
    }

    private static TaskNumbers? Between(Look look, string field, ImmutableArray<Filter> parts)
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

        // Both ends are included here, so gt and lt have to be asked again.
        var isExact = parts.All(part => part is Comparison { Value: DateOnly, Operator: FilterOperator.Eq or FilterOperator.Gte or FilterOperator.Lte } known
            && known.Field == field);
        return isBounded ? look(from, to) is var found ? found with { IsExact = found.IsExact && isExact } : null : null;
    }

    private static Look In(DateIndex index) => (from, to) => new(index.Between(from, to), isExact: true);

    /// <summary>What was granted moves with the task and is in no index: it is looked for in what is kept of each plan.</summary>
    private Look InStandings(Func<TaskStandings, int, DateOnly, DateOnly, bool> isBetween, bool isExact) => (from, to) =>
    {
        var (found, number) = (new List<int>(), 0);
        foreach (var plan in plans.Plans)
        {
            var standings = plans.StandingsOf(plan);
            for (var ordinal = 0; ordinal < plan.Tasks.Length; ordinal++, number++)
            {
                if (isBetween(standings, ordinal, from, to))
                {
                    found.Add(number);
                }
            }
        }

        return new((int[])[.. found], isExact);
    };

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

        return new(runs.ToImmutable(), IsExact: true);
    }

    private TaskNumbers ById(ImmutableArray<object?> ids) => new(
        (int[])[.. ids.OfType<string>().Select(plans.Task).OfType<PlanTask>().Select(plans.Number)],
        isExact: true);
}
