using GovGraph.Storage.Filters;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>Finds tasks; a row is the id and the version of a plan, and the task's ordinal there.</summary>
/// <param name="filter">What tasks must match.</param>
/// <param name="keys">What they are sorted by.</param>
/// <param name="isDefaultOrder">Plan by plan, in the order of print: then plans come from the index on _id and the server stops when it has enough.</param>
internal sealed class TaskPipeline(Filter? filter, SortKeys keys, bool isDefaultOrder) : Pipeline
{
    private readonly Scope _plan = Scope.OfPlan();

    public override IEnumerable<Mql> Rows(Range range) => isDefaultOrder ? InOrderOfPrint(range) :
    [
        .. MatchPlain(Narrowing.OfTasks(filter)),
        Project(keys.Of),
        Stage("$unwind", Mql.Path("$rows")),
        .. Cut(keys, "rows.", range),
    ];

    // All of them are counted from an index, without a look into any plan.
    public override IEnumerable<Mql> Count() => filter is null ?
    [
        Stage("$match", Mql.Document(("taskCount", Mql.Document(("$gte", Mql.Value(0)))))),
        Stage("$group", Mql.Document(("_id", Mql.Null), ("n", Mql.Call("$sum", Mql.Path("$taskCount"))))),
    ] :
    [
        .. MatchPlain(Narrowing.OfTasks(filter)),
        Project((_, _) => []),
        Stage("$group", Mql.Document(("_id", Mql.Null), ("n", Mql.Call("$sum", Mql.Call("$size", Mql.Path("$rows")))))),
    ];

    private IEnumerable<Mql> InOrderOfPrint(Range range) =>
    [
        .. MatchPlain(Narrowing.OfTasks(filter)),
        .. MatchPlain(range.OfIds()),
        Stage("$sort", Mql.Document(("_id", Mql.Value(range.IsReversed ? -1 : 1)))),
        Project((_, _) => [], range.IsReversed),
        Stage("$unwind", Mql.Path("$rows")),
        .. MatchExpression(range.Condition(keys, i => Mql.Path(i == 0 ? "$_id" : "$rows.ordinal"))),
        .. Limit(range.Limit),
    ];

    /// <summary>Of each plan the rows of the tasks that match; nothing else of a plan goes on.</summary>
    private Mql Project(Func<Scope, Lists, (string, Mql)[]> keysOf, bool isReversed = false)
    {
        var lists = new Lists();
        var conditions = new Conditions(lists);
        var all = lists.EachTask(_plan, task => Row(
            Mql.Document([("ordinal", task.Member("ordinal")), .. keysOf(task, lists)]),
            filter is null ? Mql.True : conditions.Of(filter, task)));
        var rows = Mql.Call("$filter", Mql.Document(
            ("input", all), ("as", Mql.Value("row")), ("cond", Mql.IsThere(Mql.Path("$$row")))));
        return Stage("$project", Mql.Document(("version", Mql.Value(1)), ("rows", isReversed ? Mql.Call("$reverseArray", rows) : rows)));
    }

    private static Mql Row(Mql row, Mql condition) => ReferenceEquals(condition, Mql.True) ? row : Mql.Call("$cond", condition, row, Mql.Null);
}
