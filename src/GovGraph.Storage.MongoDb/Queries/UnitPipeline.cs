using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>Finds units; those of one body with the same id are one row, with all spellings from the oldest plan to the latest.</summary>
internal sealed class UnitPipeline(Filter? filter, SortKeys keys) : Pipeline
{
    private readonly Scope _unit = new(FieldMaps.Units, "$$ROOT")
    {
        Issuer = new Scope(IssuerFields.Map, "$$ROOT.issuer") { Issuer = null },
    };

    public override IEnumerable<Mql> Rows(Range range) =>
    [
        .. Matching(),
        Stage("$project", Mql.Document([("spellings", Mql.Value(1)), ("issuer", Mql.Value(1)), ("under", Mql.Value(1)), ("isLayered", Mql.Value(1)), .. keys.Of(_unit, new Lists())])),
        .. Cut(keys, "", range),
    ];

    public override IEnumerable<Mql> Count() => [.. Matching(), Stage("$count", Mql.Value("n"))];

    private IEnumerable<Mql> Matching() =>
    [
        .. MatchPlain(Narrowing.OfUnits(filter)),
        Stage("$sort", Mql.Document(("year", Mql.Value(1)), ("_id", Mql.Value(1)))),
        Stage("$project", Mql.Document(("issuer", Mql.Value(1)), ("units", Mql.Value(1)), ("isLayered", IsLayered))),
        Stage("$unwind", Mql.Path("$units")),
        Stage("$group", Mql.Document(
            ("_id", Mql.Path("$units.id")),
            ("id", Last("$units.id")),
            ("name", Last("$units.name")),
            (SearchText.Member, Last($"$units.{SearchText.Member}")),
            ("issuer", Last("$issuer")),
            ("under", Last("$units.underId")),
            ("isLayered", Mql.Call("$max", Mql.Path("$isLayered"))),
            ("spellings", Mql.Call("$push", Mql.Document(("name", Mql.Path("$units.name")), ("aliases", Mql.Path("$units.aliases"))))))),
        .. MatchExpression(filter is null ? Mql.True : new Conditions(new Lists()).Of(filter, _unit)),
    ];

    /// <summary>Whether a unit of the plan stands under another.</summary>
    private static Mql IsLayered { get; } = Mql.Call("$gt", Mql.Call("$size", Mql.OrEmpty(Mql.Path("$units.underId"))), Mql.Value(0));

    private static Mql Last(string path) => Mql.Call("$last", Mql.Path(path));
}
