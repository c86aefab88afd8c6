using System.Collections.Immutable;
using GovGraph.Storage.Grouping;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>The months that dated steps are due in, or the quarters where months are not asked for; each is its first day.</summary>
internal sealed class GroupPeriodStages
{
    /// <summary>The member of a task's row that lists its periods.</summary>
    public const string Member = "period";

    private readonly bool _hasMonths;
    private readonly bool _hasQuarters;
    private readonly GroupPeriods? _periods;

    private GroupPeriodStages(GroupQuery query) => (_hasMonths, _hasQuarters, _periods) =
        (query.By.Contains(TaskGroupKey.Month), query.By.Contains(TaskGroupKey.Quarter), query.Periods);

    /// <summary>Null where the groups have no periods.</summary>
    public static GroupPeriodStages? Of(GroupQuery query) =>
        query.By.Contains(TaskGroupKey.Month) || query.By.Contains(TaskGroupKey.Quarter) ? new GroupPeriodStages(query) : null;

    /// <summary>The periods of a task that are asked for, each once.</summary>
    public Mql Of(Scope task)
    {
        var due = Mql.Path("$$step.due");
        var periods = GroupMember.Distinct(Mql.Call("$map", Mql.Document(
            ("input", Mql.OrEmpty(CurrentDeadline.Steps(task))), ("as", Mql.Value("step")), ("in", _hasMonths ? MonthOf(due) : QuarterOf(due)))));
        return _periods is null ? periods : Mql.Call("$filter", Mql.Document(
            ("input", periods),
            ("as", Mql.Value("period")),
            ("cond", Mql.All(
                Mql.Call("$gte", Mql.Path("$$period"), Mql.Value(Starts[0])),
                Mql.Call("$lte", Mql.Path("$$period"), Mql.Value(Starts[^1]))))));
    }

    /// <summary>The members of a group's key.</summary>
    public (string Name, Mql Value)[] Key(string path) =>
    [
        .. _hasMonths ? [("month", Mql.OrNull(Mql.Path(path)))] : ((string, Mql)[])[],
        .. _hasQuarters ? [("quarter", _hasMonths ? Mql.Call("$cond", Mql.IsThere(Mql.Path(path)), QuarterOf(Mql.Path(path)), Mql.Null) : Mql.OrNull(Mql.Path(path)))] : ((string, Mql)[])[],
    ];

    /// <summary>The stages that make the groups, those of empty periods too where they are asked for.</summary>
    public IEnumerable<Mql> Filled(Mql group, ImmutableArray<GroupMember> others)
    {
        if (_periods is not { IncludeEmpty: true })
            return [group];
        var empty = Mql.Document(
        [
            ("_id", Mql.Document([.. others.Select(member => (member.Name, Mql.Path($"$_id.{member.Name}"))), .. Key("$$period")])),
            .. GroupPipeline.Nothing,
        ]);
        var found = Mql.Call("$filter", Mql.Document(
            ("input", Mql.Path("$groups")),
            ("as", Mql.Value("group")),
            ("cond", Mql.Call("$eq", Mql.Path($"$$group._id.{(_hasMonths ? "month" : "quarter")}"), Mql.Path("$$period")))));
        return
        [
            .. others.IsEmpty ? InOne(group) : ByOthers(group, others),
            Stage("$project", ("groups", Mql.Call("$map", Mql.Document(
                ("input", Mql.List(Starts.Select(start => Mql.Value(start)))),
                ("as", Mql.Value("period")),
                ("in", Mql.Call("$ifNull", Mql.Call("$arrayElemAt", found, Mql.Value(0)), empty)))))),
            Mql.Document(("$unwind", Mql.Path("$groups"))),
            Stage("$replaceRoot", ("newRoot", Mql.Path("$groups"))),
        ];
    }

    // There are empty periods also where no task matches at all: a facet gives its one document even then.
    private static Mql[] InOne(Mql group) => [Stage("$facet", ("groups", Mql.List(group)))];

    private static Mql[] ByOthers(Mql group, ImmutableArray<GroupMember> others) =>
    [
        group,
        Stage("$group",
            ("_id", Mql.Document([.. others.Select(member => (member.Name, Mql.Path($"$_id.{member.Name}")))])),
            ("groups", Mql.Call("$push", Mql.Path("$$ROOT")))),
    ];

    private ImmutableArray<DateOnly> Starts => [.. _hasMonths ? _periods!.Months : _periods!.Quarters];

    private static Mql Stage(string name, params (string Name, Mql Value)[] members) => Mql.Document((name, Mql.Document(members)));

    private static Mql MonthOf(Mql day) => FirstOf(day, Mql.Call("$month", day));

    private static Mql QuarterOf(Mql day) => FirstOf(day, Mql.Call("$subtract",
        Mql.Call("$month", day),
        Mql.Call("$mod", Mql.Call("$subtract", Mql.Call("$month", day), Mql.Value(1)), Mql.Value(3))));

    private static Mql FirstOf(Mql day, Mql month) => Mql.Call("$dateFromParts", Mql.Document(("year", Mql.Call("$year", day)), ("month", month), ("day", Mql.Value(1))));
}
