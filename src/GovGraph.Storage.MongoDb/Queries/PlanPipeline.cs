using GovGraph.Storage.Filters;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>Finds plans; a row is the id and the version of one.</summary>
internal sealed class PlanPipeline(Filter? filter, SortKeys keys) : Pipeline
{
    private readonly Scope _plan = Scope.OfPlan();

    public override IEnumerable<Mql> Rows(Range range) => keys.StoredPaths(_plan) is { } paths ? ByIndex(paths, range) :
    [
        .. MatchPlans(filter, _plan),
        Stage("$project", Mql.Document([("version", Mql.Value(1)), .. keys.Of(_plan, new Lists())])),
        .. Cut(keys, "", range),
    ];

    public override IEnumerable<Mql> Count() => [.. MatchPlans(filter, _plan), Stage("$count", Mql.Value("n"))];

    // Sorted by paths as they are stored, plans may come from an index, and the server stops when it has enough.
    private IEnumerable<Mql> ByIndex(string[] paths, Range range) =>
    [
        .. MatchPlans(filter, _plan),
        .. MatchPlain(paths is ["_id"] ? range.OfIds() : null),
        .. MatchExpression(range.Condition(keys, i => Mql.OrNull(Mql.Path($"${paths[i]}")))),
        Stage("$sort", keys.Sort(i => paths[i], range.IsReversed)),
        .. Limit(range.Limit),
        Stage("$project", Mql.Document(("version", Mql.Value(1)))),
    ];
}
