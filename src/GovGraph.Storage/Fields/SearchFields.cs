using GovGraph.Storage.Search;

namespace GovGraph.Storage.Fields;

/// <summary>What hits of a search are ordered by.</summary>
internal static class SearchFields
{
    public static FieldMap<SearchHit> Map { get; } = new(
        "SearchHit",
        new ValueField<SearchHit, int>("score", hit => hit.Score),
        new IdField<SearchHit>("plan", hit => hit.Plan.Id),
        new ValueField<SearchHit, int>("place", hit => hit.Place))
    {
        Tail = [new("score", Descending: true), new("plan"), new("place")],
    };
}
