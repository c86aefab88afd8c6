using System.Runtime.CompilerServices;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Units;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.MongoDb.Documents;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>Makes a filter into an aggregation expression that is true exactly where the filter matches.</summary>
/// <remarks>https://www.mongodb.com/docs/manual/reference/operator/aggregation/</remarks>
internal sealed class Conditions(Lists lists)
{
    private const int DueSoonDays = 7;

    public Mql Of(Filter filter, Scope scope)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return filter switch
        {
            AllOf all => Mql.All([.. all.Filters.Select(part => Of(part, scope))]),
            AnyOf any => Mql.Any([.. any.Filters.Select(part => Of(part, scope))]),
            Negation not => Mql.Not(Of(not.Inner, scope)),
            Involvement involvement => Involves(involvement, scope),
            StateOnDay state => State(state, scope),
            SummaryOnDay summary => lists.Let(
                Mql.Document((summary.Figure, new Summaries(lists).Figure(scope, summary.Figure, summary.Scope))),
                figures => Of(summary.Value, new Scope(SummaryFields.Map, figures.AsPath!) { Issuer = null })),
            FieldFilter field => OfField(field, scope, scope.Map.Find(field.Field)
                ?? throw new ArgumentException($"{scope.Map.Name} has no field '{field.Field}' to filter by.")),
            _ => throw new ArgumentException($"A filter of an unknown kind: {filter.GetType()}.", nameof(filter)),
        };
    }

    private Mql OfField(FieldFilter filter, Scope scope, Field field) => field.Kind switch
    {
        FieldKind.Id => OfValue(filter, field, scope.Member(field.BsonPath)),
        FieldKind.Text => OfText(filter, new SearchText(scope, field)),
        FieldKind.Value => OfValue(filter, field, scope.Value(field)),
        FieldKind.Object when field.Name == TaskFields.CurrentDeadline =>
            lists.Let(CurrentDeadline.Of(scope), deadline => OfObject(filter, scope.Inner(field.Inner!, deadline.AsPath!))),
        FieldKind.Object => OfObject(filter, scope.Object(field)),
        FieldKind.List => OfList(filter, scope, field),
        _ => throw Unsupported(filter),
    };

    private static Mql OfValue(FieldFilter filter, Field field, Mql path)
    {
        switch (filter)
        {
            case Existence existence:
                return existence.Wanted ? Mql.IsThere(path) : Mql.Not(Mql.IsThere(path));
            case Comparison { Value: null, Operator: var comparison }:
                return comparison == FilterOperator.Eq ? Mql.Not(Mql.IsThere(path)) : Mql.False;
            case Membership membership:
                var values = membership.Values.Where(value => value is not null).Select(value => Mql.Literal(Stored.Value(Typed(value, field))));
                return Mql.Any(
                    membership.Values.Contains(null) ? Mql.Not(Mql.IsThere(path)) : Mql.False,
                    Mql.Call("$in", Mql.OrNull(path), Mql.List(values)));
            case Comparison { Operator: FilterOperator.Eq, Value: var value }:
                return Mql.Call("$eq", path, Mql.Literal(Stored.Value(Typed(value, field))));
            case Comparison { Operator: var comparison, Value: var value } when field.Kind == FieldKind.Value && Operator(comparison) is { } name:
                // Null stands before all values, so "less than" would find it.
                return Mql.All(Mql.IsThere(path), Mql.Call(name, Ranked(path, field.ValueType!), Mql.Literal(Stored.Rank(Typed(value, field)))));
            default:
                throw Unsupported(filter);
        }
    }

    private static Mql OfText(FieldFilter filter, SearchText text) => filter switch
    {
        Existence existence => existence.Wanted ? text.IsThere : Mql.Not(text.IsThere),
        Comparison { Value: null, Operator: var comparison } => comparison == FilterOperator.Eq ? Mql.Not(text.IsThere) : Mql.False,
        Comparison { Value: string wanted, Operator: var comparison } => text.Matches(wanted, comparison) ?? throw Unsupported(filter),
        Membership membership => Mql.Any(
        [
            membership.Values.Contains(null) ? Mql.Not(text.IsThere) : Mql.False,
            .. membership.Values.Where(value => value is not null)
                .Select(value => text.Matches(value as string ?? throw Unsupported(filter), FilterOperator.Eq)!),
        ]),
        _ => throw Unsupported(filter),
    };

    private Mql OfObject(FieldFilter filter, Scope? found)
    {
        var isThere = found is null ? Mql.False : found.IsOptional ? Mql.IsThere(Mql.Path(found.Path)) : Mql.True;
        return filter switch
        {
            ObjectFilter { Inner: var inner } => found is null ? Mql.False : Mql.All(isThere, Of(inner, found)),
            Existence existence => existence.Wanted ? isThere : Mql.Not(isThere),
            _ => throw Unsupported(filter),
        };
    }

    private Mql OfList(FieldFilter filter, Scope scope, Field field) => filter switch
    {
        ListFilter { Quantifier: ListQuantifier.Some, Inner: var inner } => Some(scope, field, item => Of(inner, item)),
        ListFilter { Quantifier: ListQuantifier.None, Inner: var inner } => Mql.Not(Some(scope, field, item => Of(inner, item))),
        ListFilter { Inner: var inner } => Mql.Not(Some(scope, field, item => Mql.Not(Of(inner, item)))),
        CountFilter { Items: var items, Number: var number } => lists.Count(scope, field, item => Of(items, item), count => Of(number, count)),
        Existence existence => existence.Wanted ? Some(scope, field, _ => Mql.True) : Mql.Not(Some(scope, field, _ => Mql.True)),
        _ => throw Unsupported(filter),
    };

    private Mql Some(Scope scope, Field field, Func<Scope, Mql> matches) =>
        Mql.Document(("$anyElementTrue", Mql.List(lists.Each(scope, field, matches))));

    private Mql Involves(Involvement involvement, Scope task)
    {
        var assignments = task.Map.Find("assignments") ?? throw Unsupported(involvement);
        Mql[] keys = [Mql.Literal(involvement.Unit), Mql.Literal(UnitName.Key(involvement.Unit))];
        var speltElsewhere = SpeltElsewhere(task.Plan!, keys[1]);
        return Some(task, assignments, assignment => Mql.All(
            involvement.Roles.IsEmpty ? Mql.True : Mql.Call("$in", assignment.Member("role"), Mql.List(involvement.Roles.Select(role => Mql.Literal(Stored.Name(role))))),
            Mql.Any(
                Share(assignment.Member("keys"), Mql.List(keys)),
                Mql.Call("$in", assignment.Member("unit.id"), speltElsewhere),
                involvement.IncludesUnder
                    ? Share(Mql.OrEmpty(assignment.Member("above")), Mql.Call("$concatArrays", Mql.List(keys), speltElsewhere))
                    : Mql.False)));
    }

    private static Mql Share(Mql left, Mql right) => Mql.Call("$gt", Mql.Call("$size", Mql.Call("$setIntersection", left, right)), Mql.Value(0));

    /// <summary>The ids of the plan's units that another plan of its body spells so.</summary>
    private static Mql SpeltElsewhere(Scope plan, Mql key) => Mql.Call("$map", Mql.Document(
        ("input", Mql.Call("$filter", Mql.Document(
            ("input", Mql.OrEmpty(plan.Member(Spelling.Path))), ("as", Mql.Value("spelling")), ("cond", Mql.Call("$eq", Mql.Path("$$spelling.key"), key))))),
        ("as", Mql.Value("spelling")),
        ("in", Mql.Path("$$spelling.unit"))));

    // The same cases as GovGraph.Plans.Deadlines.DeadlineStates, over stored dates.
    private static Mql State(StateOnDay state, Scope task)
    {
        if (task.Map.Name != FieldMaps.Tasks.Name)
            throw Unsupported(state);
        var (first, last, status) = (CurrentDeadline.First(task), CurrentDeadline.Last(task), task.Member("status"));
        var isDated = Mql.All(Mql.IsThere(task.Member("deadline.firstDueDate")), Is(TaskStatus.Cancelled, "$ne"));
        var isLate = Mql.Call("$gt", task.Member("completedOn"), last);
        return Mql.Any([.. state.States.Distinct().Select(wanted => wanted switch
        {
            DeadlineState.NoDeadline => Mql.Not(isDated),
            DeadlineState.DoneLate => Mql.All(isDated, Is(TaskStatus.Completed), isLate),
            DeadlineState.DoneOnTime => Mql.All(isDated, Is(TaskStatus.Completed), Mql.Not(isLate)),
            DeadlineState.OpenOverdue => Open(Mql.Call("$lt", first, Mql.Value(state.AsOf))),
            DeadlineState.OpenDueSoon => Open(Mql.Call("$gte", first, Mql.Value(state.AsOf)), Mql.Call("$lte", first, Mql.Value(DueSoonEnd(state.AsOf)))),
            _ => Open(Mql.Call("$gt", first, Mql.Value(DueSoonEnd(state.AsOf)))),
        })]);

        Mql Is(TaskStatus wanted, string name = "$eq") => Mql.Call(name, status, Mql.Literal(Stored.Name(wanted)));
        Mql Open(params Mql[] dates) => Mql.All([isDated, Is(TaskStatus.Completed, "$ne"), .. dates]);
    }

    /// <summary>The name of the state on a day.</summary>
    public static Mql StateName(DateOnly asOf, Scope task) => Mql.Call("$switch", Mql.Document(
        ("branches", Mql.List(Enum.GetValues<DeadlineState>().Where(state => state != DeadlineState.NoDeadline).Select(state => Mql.Document(
            ("case", State(new StateOnDay(asOf, [state]), task)), ("then", Mql.Literal(Stored.Name(state))))))),
        ("default", Mql.Literal(Stored.Name(DeadlineState.NoDeadline)))));

    private static DateOnly DueSoonEnd(DateOnly asOf) =>
        asOf.DayNumber > DateOnly.MaxValue.DayNumber - DueSoonDays ? DateOnly.MaxValue : asOf.AddDays(DueSoonDays);

    /// <summary>What a value is compared by: enums by their place, as they are declared.</summary>
    public static Mql Ranked(Mql path, Type type) => type.IsEnum
        ? Mql.Call("$cond", Mql.IsThere(path), Mql.Call("$indexOfArray", Mql.List(Stored.NamesOf(type).Select(Mql.Literal)), path), Mql.Null)
        : path;

    private static string? Operator(FilterOperator comparison) => comparison switch
    {
        FilterOperator.Gt => "$gt",
        FilterOperator.Gte => "$gte",
        FilterOperator.Lt => "$lt",
        FilterOperator.Lte => "$lte",
        _ => null,
    };

    private static object Typed(object? value, Field field) => value?.GetType() == field.ValueType
        ? value!
        : throw new ArgumentException($"'{field.Name}' takes values of type {field.ValueType?.Name}, not {value?.GetType().Name}.");

    private static ArgumentException Unsupported(FieldFilter filter) => new($"'{filter.Field}' can't be filtered by: {filter}");
}
