using System.Collections.Immutable;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;
using GovGraph.Storage.Paging;

namespace GovGraph.Storage;

/// <summary>A question to a store, as a value.</summary>
public sealed record Query<T>
{
    /// <summary>Null matches everything.</summary>
    public Filter? Filter { get; init; }

    /// <summary>What must match too, and no cursor is bound to, as it may change while somebody reads on. Only changes are asked so.</summary>
    public Filter? Within { get; init; }

    /// <summary>What is equal in all terms stands in the default order: plans and units by id, tasks and indicators by plan and print.</summary>
    public ImmutableArray<OrderTerm> Order { get; init; } = [];

    /// <summary>The moment that is asked about, for its cursors; null for now.</summary>
    internal DateTimeOffset? At { get; init; }

    public PageRequest Page { get; init; } = PageRequest.All;

    /// <summary>Asks for the exact number of all that match; nothing is counted otherwise.</summary>
    public bool WithTotalCount { get; init; }
}
