using GovGraph.Storage.Filters;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>The figures of units' summaries that a query asks for: counted in each plan, then added up over the plans, each under a name of its own.</summary>
internal sealed class UnitFigures
{
    private readonly List<Part> _parts = [];

    /// <summary>The members of a unit that hold them.</summary>
    public IEnumerable<string> Names => _parts.Select(part => part.Name);

    /// <summary>A figure of a unit, as it stands when all plans are added up.</summary>
    public Mql Of(string figure, SummaryScope scope) => figure == "progress"
        ? Summaries.Share(Member("completed", scope), Mql.Call("$subtract", Member("total", scope), Member("cancelled", scope)))
        : Mql.OrNull(Member(figure, scope));

    /// <summary>The member that holds a figure; null where none was asked for.</summary>
    public string? NameOf(string figure, SummaryScope scope) => _parts.Find(part => part.Figure == figure && part.Scope == scope)?.Name;

    /// <summary>Of each task its units and what it adds to the figures; then of each unit what its tasks add.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="kept">What else goes on.</param>
    public IEnumerable<Mql> CountInPlans(Scope plan, (string, Mql)[] kept)
    {
        var lists = new Lists();
        var tasks = lists.EachTask(plan, task => Mql.Document([.. _parts.SelectMany(part => OfTask(part, task, lists))]));
        yield return Stage([.. kept, ("units", Mql.Value(1)), ("tasks", tasks)]);
        yield return Stage([.. kept.Select(member => (member.Item1, Mql.Value(1))), ("units", Mql.Call("$map", Mql.Document(
            ("input", Mql.OrEmpty(Mql.Path("$units"))),
            ("as", Mql.Value("unit")),
            ("in", Mql.Call("$mergeObjects", Mql.Path("$$unit"), Mql.Document([.. _parts.Select(part => (part.Name, OfUnit(part)))]))))))]);
    }

    /// <summary>What a group of one unit's parts adds up.</summary>
    public IEnumerable<(string, Mql)> AddedUp => _parts.Select(part => (part.Name, Mql.Call(Operator(part), Mql.Path($"$units.{part.Name}"))));

    private Mql Member(string figure, SummaryScope scope)
    {
        if (NameOf(figure, scope) is not { } name)
        {
            name = $"f{_parts.Count}";
            _parts.Add(new Part(name, figure, scope));
        }
        return Mql.Path($"${name}");
    }

    private static IEnumerable<(string, Mql)> OfTask(Part part, Scope task, Lists lists)
    {
        var figure = new Summaries(lists).OfTask(task, part.Figure, part.Scope.AsOf);
        yield return (part.Units, part.Scope.Year is { } year ? Mql.Call("$cond", Mql.Call("$eq", task.Plan!.Member("year"), Mql.Value(year)), Involved(task, part.Scope.Roles), Mql.List()) : Involved(task, part.Scope.Roles));
        yield return (part.Name, figure);
    }

    private static Mql OfUnit(Part part) => Mql.Call(Operator(part), Mql.Call("$map", Mql.Document(
        ("input", Mql.Call("$filter", Mql.Document(
            ("input", Mql.Path("$tasks")), ("as", Mql.Value("task")), ("cond", Mql.Call("$in", Mql.Path("$$unit.id"), Mql.Path($"$$task.{part.Units}")))))),
        ("as", Mql.Value("task")),
        ("in", Mql.Path($"$$task.{part.Name}")))));

    /// <summary>The ids of the units that have one of the roles in a task.</summary>
    private static Mql Involved(Scope task, UnitRoles roles)
    {
        var assignments = Mql.OrEmpty(task.Member("assignments"));
        var wanted = roles == UnitRoles.Any ? assignments : Mql.Call("$filter", Mql.Document(
            ("input", assignments),
            ("as", Mql.Value("assignment")),
            ("cond", Mql.Call("$in", Mql.Path("$$assignment.role"), Mql.List(roles.Each().Select(role => Mql.Literal(Stored.Name(role))))))));
        return Mql.Call("$map", Mql.Document(("input", wanted), ("as", Mql.Value("assignment")), ("in", Mql.Path("$$assignment.unit.id"))));
    }

    // Of dates the first one counts, and null is none.
    private static string Operator(Part part) => part.Figure == "nextDeadline" ? "$min" : "$sum";

    private static Mql Stage((string, Mql)[] members) => Mql.Document(("$project", Mql.Document(members)));

    private sealed record Part(string Name, string Figure, SummaryScope Scope)
    {
        /// <summary>The member of a task that holds the units to which it adds.</summary>
        public string Units => $"{Name}Units";
    }
}
