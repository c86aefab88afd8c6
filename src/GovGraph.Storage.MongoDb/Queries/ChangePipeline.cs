using System.Collections.Immutable;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>Finds what has happened; a row is a document of the feed. All in the order of the numbers, which the index on _id has.</summary>
internal sealed class ChangePipeline(Filter? filter, bool isFalling) : Pipeline
{
    private readonly Scope _change = new(FieldMaps.Changes, "$$ROOT") { Issuer = null };

    public override string Collection => Collections.Feed;

    public override IEnumerable<Mql> Rows(Range range) =>
    [
        .. Matching(),
        .. MatchPlain(Between(range)),
        Stage("$sort", Mql.Document(("_id", Mql.Value(isFalling != range.IsReversed ? -1 : 1)))),
        .. Limit(range.Limit),
    ];

    public override IEnumerable<Mql> Count() => [.. Matching(), Stage("$count", Mql.Value("n"))];

    private IEnumerable<Mql> Matching() =>
    [
        .. MatchPlain(Narrowing.OfChanges(filter)),
        .. MatchExpression(filter is null ? Mql.True : new Conditions(new Lists()).Of(filter, _change)),
    ];

    private Mql? Between(Range range)
    {
        var bounds = new List<Mql>();
        if (!range.After.IsDefault)
            bounds.Add(Beyond(range.After, isFalling, range.IsUpToAfter));
        if (!range.Before.IsDefault)
            bounds.Add(Beyond(range.Before, !isFalling, range.IsFromBefore));
        return bounds.Count == 0 ? null : Mql.Document(("$and", Mql.List(bounds)));
    }

    /// <summary>Numbers on one side of a place, or, <paramref name="isOtherSide"/>, the place itself and what is on the other.</summary>
    private static Mql Beyond(ImmutableArray<object?> place, bool isBelow, bool isOtherSide)
    {
        var name = (isBelow, isOtherSide) switch
        {
            (false, false) => "$gt",
            (false, true) => "$lte",
            (true, false) => "$lt",
            (true, true) => "$gte",
        };
        return Mql.Document(("_id", Mql.Document((name, Mql.Value(place[0])))));
    }
}
