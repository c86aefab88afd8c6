using System.Collections.Immutable;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>A part of the rows that a query finds: between two places, forward or backward, so many.</summary>
internal sealed record Range
{
    public static Range All { get; } = new();

    /// <summary>Only what stands behind this place; or, where <see cref="IsUpToAfter"/>, only what does not.</summary>
    public ImmutableArray<object?> After { get; init; }

    public ImmutableArray<object?> Before { get; init; }

    /// <summary>The place itself and what stands before it.</summary>
    public bool IsUpToAfter { get; init; }

    /// <summary>The place itself and what stands behind it.</summary>
    public bool IsFromBefore { get; init; }

    /// <summary>From the end to the start.</summary>
    public bool IsReversed { get; init; }

    public int? Limit { get; init; }

    /// <summary>The condition on the keys of a row.</summary>
    public Mql Condition(SortKeys keys, Func<int, Mql> key)
    {
        var after = After.IsDefault ? Mql.True : keys.IsBeyond(After, key, isReversed: false);
        var before = Before.IsDefault ? Mql.True : keys.IsBeyond(Before, key, isReversed: true);
        return Mql.All(IsUpToAfter ? Mql.Not(after) : after, IsFromBefore ? Mql.Not(before) : before);
    }

    /// <summary>The same on plain ids, which are the first key, for the index on _id; null where it is not limited.</summary>
    public Mql? OfIds()
    {
        var bounds = new List<Mql>();
        if (!After.IsDefault)
            bounds.Add(Mql.Document(("_id", Mql.Document((IsUpToAfter ? "$lte" : "$gte", Mql.Value(After[0]))))));
        if (!Before.IsDefault)
            bounds.Add(Mql.Document(("_id", Mql.Document((IsFromBefore ? "$gte" : "$lte", Mql.Value(Before[0]))))));
        return bounds.Count == 0 ? null : Mql.Document(("$and", Mql.List(bounds)));
    }
}
