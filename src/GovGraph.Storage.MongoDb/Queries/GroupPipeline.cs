using System.Collections.Immutable;
using GovGraph.Plans.Deadlines;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Grouping;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>Counts tasks in groups; a row is the key in <c>_id</c> and the counts beside it.</summary>
internal sealed class GroupPipeline(GroupQuery query, FieldMap<GroupedTasks> map, SortKeys keys) : Pipeline
{
    private readonly Scope _plan = Scope.OfPlan();
    private readonly Scope _group = new(map, "$$ROOT") { Issuer = null };
    private readonly GroupPeriodStages? _periods = GroupPeriodStages.Of(query);
    private readonly ImmutableArray<GroupMember> _members = [.. query.By.SelectMany(key => GroupMember.Of(key, query.AsOf))];

    public override IEnumerable<Mql> Rows(Range range) =>
    [
        .. Matching(),
        Stage("$addFields", Mql.Document(keys.Of(_group, new Lists()))),
        .. Cut(keys, "", range),
    ];

    public override IEnumerable<Mql> Count() => [.. Matching(), Stage("$count", Mql.Value("n"))];

    private IEnumerable<Mql> Matching() =>
    [
        .. MatchPlain(Narrowing.OfTasks(query.Filter)),
        Project(),
        Stage("$unwind", Mql.Path("$rows")),
        .. _members.Where(member => member.IsList).Select(member => Unwind(member.Name, isEmptyKept: true)),
        .. _periods is null ? [] : (Mql[])[Unwind(GroupPeriodStages.Member, isEmptyKept: query.Periods is null)],
        .. _periods?.Filled(Group(), _members) ?? [Group()],
        Stage("$addFields", Mql.Document(("progress", Progress))),
        .. MatchExpression(query.Groups.Filter is { } having ? new Conditions(new Lists()).Of(having, _group) : Mql.True),
    ];

    /// <summary>Of each plan, for each task that matches, the values that it is counted by.</summary>
    private Mql Project()
    {
        var lists = new Lists();
        var conditions = new Conditions(lists);
        var all = lists.EachTask(_plan, task => Row(
            Mql.Document(
            [
                .. _members.Select(member => (member.Name, member.Value(task))),
                .. _periods is null ? [] : ((string, Mql)[])[(GroupPeriodStages.Member, _periods.Of(task))],
                ("ofStatus", task.Member("status")),
                ("ofState", Conditions.StateName(query.AsOf, task)),
                ("budget", Mql.Call("$ifNull", task.Member("budget.dong"), Mql.Value(0L))),
            ]),
            query.Filter is null ? Mql.True : conditions.Of(query.Filter, task)));
        return Stage("$project", Mql.Document(("_id", Mql.Value(0)), ("rows", Mql.Call("$filter", Mql.Document(
            ("input", all), ("as", Mql.Value("row")), ("cond", Mql.IsThere(Mql.Path("$$row"))))))));
    }

    private static Mql Row(Mql row, Mql condition) => ReferenceEquals(condition, Mql.True) ? row : Mql.Call("$cond", condition, row, Mql.Null);

    // A task without a value is counted with none; so it must stay where its list is empty.
    private static Mql Unwind(string member, bool isEmptyKept) => Stage("$unwind", Mql.Document(
        ("path", Mql.Path($"$rows.{member}")), ("preserveNullAndEmptyArrays", isEmptyKept ? Mql.True : Mql.False)));

    private Mql Group() => Stage("$group", Mql.Document(
    [
        ("_id", Mql.Document([.. _members.Select(member => (member.Name, Mql.OrNull(Mql.Path($"$rows.{member.Name}")))), .. _periods?.Key($"$rows.{GroupPeriodStages.Member}") ?? []])),
        ("count", Mql.Call("$sum", Mql.Value(1))),
        ("budgetTotal", Mql.Call("$sum", Mql.Path("$rows.budget"))),
        .. Enum.GetValues<TaskStatus>().Select(status => (FieldName.Of(status), CountOf("$rows.ofStatus", Stored.Name(status)))),
        .. Enum.GetValues<DeadlineState>().Select(state => (FieldName.Of(state), CountOf("$rows.ofState", Stored.Name(state)))),
    ]));

    /// <summary>The counts of a group without tasks.</summary>
    public static (string Name, Mql Value)[] Nothing { get; } =
    [
        ("count", Mql.Value(0)),
        ("budgetTotal", Mql.Value(0L)),
        .. Enum.GetValues<TaskStatus>().Select(status => (FieldName.Of(status), Mql.Value(0))),
        .. Enum.GetValues<DeadlineState>().Select(state => (FieldName.Of(state), Mql.Value(0))),
    ];

    private static Mql CountOf(string path, string name) =>
        Mql.Call("$sum", Mql.Call("$cond", Mql.Call("$eq", Mql.Path(path), Mql.Literal(name)), Mql.Value(1), Mql.Value(0)));

    private static Mql Progress
    {
        get
        {
            var wanted = Mql.Call("$subtract", Mql.Path("$count"), Mql.Path($"${FieldName.Of(TaskStatus.Cancelled)}"));
            return Mql.Call("$cond",
                Mql.Call("$gt", wanted, Mql.Value(0)),
                Mql.Call("$divide", Mql.Path($"${FieldName.Of(TaskStatus.Completed)}"), wanted),
                Mql.Null);
        }
    }
}
