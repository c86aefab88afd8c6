using System.Collections.Immutable;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Units;
using GovGraph.Storage.Filters;
using GovGraph.Storage.MongoDb.Documents;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>Finds, by conditions that indexes can answer, the plans that a filter can match at all; the filter itself still has to be asked.</summary>
/// <remarks>Null means: any plan. An index is no use to a negation, so those are not looked into.</remarks>
internal static class Narrowing
{
    private static readonly string[] TaskPaths = ["areas.tasks", "areas.components.tasks"];

    /// <summary>Conditions on plans for a filter on plans.</summary>
    public static Mql? OfPlans(Filter? filter) => Combine(filter, OfPlanField);

    /// <summary>Conditions on plans for a filter on their tasks.</summary>
    public static Mql? OfTasks(Filter? filter)
    {
        // A part about the plan stays outside: the rest must hold for one and the same task.
        ImmutableArray<Filter> parts = filter switch
        {
            null => [],
            AllOf all => all.Filters,
            _ => [filter],
        };
        var plans = parts.OfType<ObjectFilter>().Where(part => part.Field == "plan").Select(part => OfPlans(part.Inner));
        var tasks = SomeTask(Filter.And([.. parts.Where(part => part is not ObjectFilter { Field: "plan" })]));
        return All([.. plans, tasks]);
    }

    /// <summary>Conditions on plans for a filter on their indicators.</summary>
    public static Mql OfIndicators(Filter? filter) => All([HasIndicators, Combine(filter, OfIndicatorField)])!;

    /// <summary>Conditions on plans for a filter on the units that they name.</summary>
    public static Mql? OfUnits(Filter? filter) => Combine(filter, field => field switch
    {
        { Field: "id" } => Values(field, "units.id"),
        ObjectFilter { Field: "issuer", Inner: var inner } => Combine(inner, issuer => issuer.Field == "id" ? Values(issuer, "issuer.id") : null),
        _ => null,
    });

    /// <summary>Conditions on plans for a filter on plans, of those that nothing that happens can change.</summary>
    public static Mql? OfPrintOfPlans(Filter? filter) =>
        Combine(filter, field => field is { Field: "id" or "year" or "program" or "level" } or ObjectFilter { Field: "issuer" } ? OfPlanField(field) : null);

    /// <summary>The same for a filter on their tasks or indicators.</summary>
    public static Mql? OfPrintOfRows(Filter? filter) =>
        Combine(filter, field => field is ObjectFilter { Field: "plan", Inner: var inner } ? OfPrintOfPlans(inner) : null);

    /// <summary>Conditions on documents of the feed, whose fields are all plain.</summary>
    public static Mql? OfChanges(Filter? filter) => Combine(filter, change => change.Field switch
    {
        "sequence" => Values(change, "_id"),
        "planVersion" => Values(change, "version"),
        "plan" or "node" or "kind" or "at" or "who" or "client" => Values(change, change.Field),
        _ => null,
    });

    private static Mql? OfPlanField(FieldFilter field) => field switch
    {
        { Field: "id" } => Values(field, "_id"),
        { Field: "year" or "program" or "level" } => Values(field, field.Field),
        ObjectFilter { Field: "issuer", Inner: var inner } => Combine(inner, issuer => issuer.Field == "id" ? Values(issuer, "issuer.id") : null),
        ListFilter { Field: "tasks", Quantifier: ListQuantifier.Some, Inner: var inner } => SomeTask(inner),
        CountFilter { Field: "tasks", Items: var items, NeedsSome: true } => SomeTask(items),
        ListFilter { Field: "units", Quantifier: ListQuantifier.Some, Inner: var inner } => Combine(inner, unit => unit.Field == "id" ? Values(unit, "units.id") : null),
        _ => null,
    };

    private static Mql HasIndicators { get; } = Mql.Document(("areas.indicators.code", Mql.Document(("$gt", Mql.Value("")))));

    private static Mql HasValues { get; } = Mql.Document(
        ("areas.indicators", Mql.Document(("$elemMatch", Mql.Document(("values.to", Mql.Document(("$gte", Mql.Value(DateOnly.MinValue)))))))));

    private static Mql? OfIndicatorField(FieldFilter field) => field switch
    {
        ObjectFilter { Field: "plan", Inner: var inner } => OfPlans(inner),
        Comparison { Field: "id", Operator: FilterOperator.Eq, Value: string id } => Mql.Document(("_id", Mql.Document(("$eq", Mql.Value(PlanChanges.PlanIdOf(id)))))),
        // What has no value is neither below its target nor above it.
        Comparison { Field: "isBelowTarget" or "achievement", Value: not null } or ObjectFilter { Field: "latestValue" } or Existence { Field: "latestValue" or "values", Wanted: true }
            or ListFilter { Field: "values", Quantifier: ListQuantifier.Some } or CountFilter { Field: "values", NeedsSome: true } => HasValues,
        _ => null,
    };

    private static Mql? SomeTask(Filter filter)
    {
        if (Combine(filter, OfTaskField) is not { } task)
            return null;
        var tasks = TaskPaths.Select(path => Mql.Document((path, Mql.Document(("$elemMatch", task)))));
        var spellings = Units(filter).Select(UnitName.Key).Distinct().ToArray();
        return Mql.Document(("$or", Mql.List(spellings is []
            ? tasks
            : tasks.Append(Mql.Document(($"{Spelling.Path}.key", Mql.Document(("$in", Mql.List(spellings.Select(Mql.Value))))))))));
    }

    /// <summary>The units that tasks are asked for by name: another plan's spelling stands beside the tasks, not in them.</summary>
    private static IEnumerable<string> Units(Filter filter) => filter switch
    {
        AllOf all => all.Filters.SelectMany(Units),
        AnyOf any => any.Filters.SelectMany(Units),
        Involvement { Unit: var unit } => [unit],
        _ => [],
    };

    private static Mql? OfTaskField(FieldFilter field) => field switch
    {
        { Field: "id" or "status" or "completedOn" } => Values(field, field.Field),
        ObjectFilter { Field: "deadline", Inner: var inner } => Combine(inner, OfDeadlineField),
        Involvement { Unit: var unit, IncludesUnder: false } => Assigned([unit, UnitName.Key(unit)]),
        Involvement { Unit: var unit } => Mql.Document(("$or", Mql.List(Assigned([unit, UnitName.Key(unit)]), Assigned([unit, UnitName.Key(unit)], "above")))),
        ListFilter { Field: "assignments", Quantifier: ListQuantifier.Some, Inner: var inner } => Combine(inner, OfAssignmentField),
        StateOnDay state => OfState(state),
        _ => null,
    };

    // All bounds are asked of one step.
    private static Mql? OfDeadlineField(FieldFilter field) => field switch
    {
        { Field: "dueDate" or "firstDueDate" } => Values(field, $"deadline.{field.Field}"),
        ListFilter { Field: "steps", Quantifier: ListQuantifier.Some, Inner: var inner } when Combine(inner, step => step.Field == "due" ? Values(step, "due") : null) is { } step =>
            Mql.Document(("deadline.steps", Mql.Document(("$elemMatch", step)))),
        _ => null,
    };

    private static Mql? OfAssignmentField(FieldFilter field) => field is ObjectFilter { Field: "unit", Inner: var inner }
        ? Combine(inner, unit => unit switch
        {
            Comparison { Field: "id", Operator: FilterOperator.Eq, Value: string id } => Assigned([id]),
            Membership { Field: "id", Values: var ids } when !ids.Contains(null) => Assigned([.. ids.Select(id => (string)id!)]),
            _ => null,
        })
        : null;

    private static Mql Assigned(IEnumerable<string> keys, string member = "keys") =>
        Mql.Document(($"assignments.{member}", Mql.Document(("$in", Mql.List(keys.Distinct().Select(Mql.Value))))));

    // Every open state has a first due date on one side of a day; an extension only moves it on.
    private static Mql? OfState(StateOnDay state) => state.States.Distinct().ToArray() switch
    {
        [DeadlineState.OpenOverdue] => Mql.Document(("deadline.firstDueDate", Mql.Document(("$lt", Mql.Value(state.AsOf))))),
        [DeadlineState.OpenDueSoon] or [DeadlineState.OpenWithin] => Mql.Document(("$or", Mql.List(
            Mql.Document(("deadline.firstDueDate", Mql.Document(("$gte", Mql.Value(state.AsOf))))),
            Mql.Document(("extendedTo", Mql.Document(("$gte", Mql.Value(state.AsOf)))))))),
        _ => null,
    };

    private static Mql? Values(FieldFilter filter, string path) => filter switch
    {
        Comparison { Operator: FilterOperator.Eq, Value: { } value } => Mql.Document((path, Mql.Document(("$eq", Mql.Value(Stored.Value(value)))))),
        Membership { Values: var values } when !values.Contains(null) =>
            Mql.Document((path, Mql.Document(("$in", Mql.List(values.Select(value => Mql.Value(Stored.Value(value)))))))),
        // Enums are ordered by their place, which no index knows.
        Comparison { Operator: var comparison, Value: { } value } when value is not (Enum or string) && Range(comparison) is { } name =>
            Mql.Document((path, Mql.Document((name, Mql.Value(value))))),
        _ => null,
    };

    private static string? Range(FilterOperator comparison) => comparison switch
    {
        FilterOperator.Gt => "$gt",
        FilterOperator.Gte => "$gte",
        FilterOperator.Lt => "$lt",
        FilterOperator.Lte => "$lte",
        _ => null,
    };

    private static Mql? Combine(Filter? filter, Func<FieldFilter, Mql?> ofField) => filter switch
    {
        AllOf all => All([.. all.Filters.Select(part => Combine(part, ofField))]),
        AnyOf any => any.Filters.Select(part => Combine(part, ofField)).ToArray() is { Length: > 0 } parts && !parts.Contains(null)
            ? Mql.Document(("$or", Mql.List(parts!)))
            : null,
        FieldFilter field => ofField(field),
        _ => null,
    };

    private static Mql? All(ImmutableArray<Mql?> parts) => parts.OfType<Mql>().ToArray() switch
    {
        [] => null,
        [var only] => only,
        var several => Mql.Document(("$and", Mql.List(several))),
    };
}
