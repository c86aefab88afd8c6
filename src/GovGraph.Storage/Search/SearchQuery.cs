using System.Collections.Immutable;
using GovGraph.Plans.Search;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Paging;

namespace GovGraph.Storage.Search;

/// <summary>A question for words, as a value.</summary>
public sealed record SearchQuery(WantedText Text)
{
    /// <summary>What may be found.</summary>
    public ImmutableArray<SearchKind> Kinds { get; init; } = [.. Enum.GetValues<SearchKind>()];

    /// <summary>Which plans are looked into; null for all.</summary>
    public Filter? Plans { get; init; }

    public PageRequest Page { get; init; } = PageRequest.All;

    /// <summary>Asks for the exact number of all that is found; nothing is counted otherwise.</summary>
    public bool WithTotalCount { get; init; }

    /// <summary>The page that is asked for, whatever it is a page of.</summary>
    internal Query<SearchHit> Paged => new() { Page = Page, WithTotalCount = WithTotalCount };

    /// <summary>The order of what is found, the same in all stores: the highest score first, then by plan, then as printed.</summary>
    public Keyset<SearchHit> Keyset => new(SearchFields.Map, [], $"{Text} in {string.Join(' ', Kinds.Distinct().Order())} of {Plans}")
    {
        BoundTo = "`text`, `kinds` and `plan`",
    };
}
