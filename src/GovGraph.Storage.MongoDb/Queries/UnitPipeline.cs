using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>Finds units; those of one body with the same id are one row, with all spellings from the oldest plan to the latest.</summary>
internal sealed class UnitPipeline(Filter? filter, SortKeys keys) : Pipeline
{
    private readonly Scope _unit = Unit();

    /// <summary>The figures that the filter and the order ask for.</summary>
    public UnitFigures Figures => _unit.Figures!;

    public override IEnumerable<Mql> Rows(Range range)
    {
        // Before the stages, which count all figures that were asked for by then.
        var sorted = keys.Of(_unit, new Lists());
        return
        [
            .. Matching(),
            Stage("$project", Mql.Document(
            [
                ("spellings", Mql.Value(1)), ("issuer", Mql.Value(1)), ("under", Mql.Value(1)), ("isLayered", Mql.Value(1)),
                .. Figures.Names.Select(name => (name, Mql.Value(1))), .. sorted,
            ])),
            .. Cut(keys, "", range),
        ];
    }

    public override IEnumerable<Mql> Count() => [.. Matching(), Stage("$count", Mql.Value("n"))];

    private IEnumerable<Mql> Matching()
    {
        var condition = filter is null ? Mql.True : new Conditions(new Lists()).Of(filter, _unit);
        return [.. Units(), .. MatchExpression(condition)];
    }

    private IEnumerable<Mql> Units() =>
    [
        .. MatchPlain(Narrowing.OfUnits(filter)),
        Stage("$sort", Mql.Document(("year", Mql.Value(1)), ("_id", Mql.Value(1)))),
        .. Figures.Names.Any()
            ? Figures.CountInPlans(Scope.OfPlan(), [("issuer", Mql.Value(1)), ("isLayered", IsLayered)])
            : [Stage("$project", Mql.Document(("issuer", Mql.Value(1)), ("units", Mql.Value(1)), ("isLayered", IsLayered)))],
        Stage("$unwind", Mql.Path("$units")),
        Stage("$group", Mql.Document(
        [
            ("_id", Mql.Path("$units.id")),
            ("id", Last("$units.id")),
            ("name", Last("$units.name")),
            (SearchText.Member, Last($"$units.{SearchText.Member}")),
            ("issuer", Last("$issuer")),
            ("under", Last("$units.underId")),
            ("isLayered", Mql.Call("$max", Mql.Path("$isLayered"))),
            ("spellings", Mql.Call("$push", Mql.Document(("name", Mql.Path("$units.name")), ("aliases", Mql.Path("$units.aliases"))))),
            .. Figures.AddedUp,
        ])),
    ];

    private static Scope Unit() => new(FieldMaps.UnitsOfAllPlans, "$$ROOT")
    {
        Issuer = new Scope(IssuerFields.Map, "$$ROOT.issuer") { Issuer = null },
        Figures = new UnitFigures(),
    };

    /// <summary>Whether a unit of the plan stands under another.</summary>
    private static Mql IsLayered { get; } = Mql.Call("$gt", Mql.Call("$size", Mql.OrEmpty(Mql.Path("$units.underId"))), Mql.Value(0));

    private static Mql Last(string path) => Mql.Call("$last", Mql.Path(path));
}
