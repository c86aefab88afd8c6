using GovGraph.Storage.Filters;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>Finds the plans of which an indicator can match; a row is the id and the version of one, by id. What is asked of the plan itself is answered here.</summary>
internal sealed class IndicatorPlans(Filter? filter) : Pipeline
{
    private readonly Scope _plan = Scope.OfPlan();

    public override IEnumerable<Mql> Rows(Range range) =>
    [
        .. Matching(),
        Stage("$sort", Mql.Document(("_id", Mql.Value(1)))),
        Stage("$project", Mql.Document(("version", Mql.Value(1)))),
    ];

    public override IEnumerable<Mql> Count() => [.. Matching(), Stage("$count", Mql.Value("n"))];

    private IEnumerable<Mql> Matching() =>
    [
        .. MatchPlain(Narrowing.OfIndicators(filter)),
        .. OfPlan is [] ? [] : MatchExpression(new Conditions(new Lists()).Of(Filter.And([.. OfPlan]), _plan)),
    ];

    private Filter[] OfPlan =>
        [.. (filter is AllOf all ? all.Filters : filter is null ? [] : [filter]).OfType<ObjectFilter>().Where(part => part.Field == "plan").Select(part => part.Inner)];
}
