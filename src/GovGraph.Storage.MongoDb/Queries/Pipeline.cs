using GovGraph.Storage.Filters;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>The stages of one kind of query.</summary>
internal abstract class Pipeline
{
    public virtual string Collection => Collections.Plans;

    /// <summary>Only what a majority has is asked for.</summary>
    public bool OnlyOfMajority { get; init; }

    /// <summary>A condition on the documents that stands before all others; null for none.</summary>
    public Mql? Only { get; init; }

    /// <summary>The stages with the one that stands before them.</summary>
    public Mql[] After(IEnumerable<Mql> stages) => [.. MatchPlain(Only), .. stages];

    /// <summary>The rows of a range, in its order.</summary>
    public abstract IEnumerable<Mql> Rows(Range range);

    /// <summary>One document with <c>n</c>, or none where nothing matches.</summary>
    public abstract IEnumerable<Mql> Count();

    protected static Mql Stage(string name, Mql value) => Mql.Document((name, value));

    protected static IEnumerable<Mql> MatchPlain(Mql? condition) => condition is null ? [] : [Stage("$match", condition)];

    protected static IEnumerable<Mql> MatchExpression(Mql condition) =>
        ReferenceEquals(condition, Mql.True) ? [] : [Stage("$match", Mql.Document(("$expr", condition)))];

    protected static IEnumerable<Mql> MatchPlans(Filter? filter, Scope plan) =>
    [
        .. MatchPlain(Narrowing.OfPlans(filter)),
        .. MatchExpression(filter is null ? Mql.True : new Conditions(new Lists()).Of(filter, plan)),
    ];

    protected static IEnumerable<Mql> Limit(int? limit) => limit is { } count ? [Stage("$limit", Mql.Value(count))] : [];

    /// <summary>What every pipeline over plans ends with: only what the rows name is kept.</summary>
    protected static IEnumerable<Mql> Cut(SortKeys keys, string prefix, Range range) =>
    [
        .. MatchExpression(range.Condition(keys, i => Mql.Path($"${prefix}{SortKeys.Name(i)}"))),
        Stage("$sort", keys.Sort(i => prefix + SortKeys.Name(i), range.IsReversed)),
        .. Limit(range.Limit),
    ];
}
