using System.Collections;
using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Search;
using GovGraph.Storage.Search;

namespace GovGraph.Storage.Memory;

/// <summary>What a search has found, the highest score first, then by plan and as printed. A hit is made only where it is asked for.</summary>
internal sealed class HitList : IReadOnlyList<SearchHit>
{
    private readonly ImmutableArray<Plan> plans;
    private readonly WantedText text;
    private readonly Found[] sorted;

    /// <param name="plans">The plans that were looked into.</param>
    /// <param name="text">What was searched for.</param>
    /// <param name="found">Plan by plan, in the order of print.</param>
    public HitList(ImmutableArray<Plan> plans, WantedText text, List<Found> found)
    {
        (this.plans, this.text) = (plans, text);

        // Scores are small numbers: they are counted, so that each hit goes straight to its place.
        var highest = 0;
        foreach (var hit in found)
        {
            highest = Math.Max(highest, hit.Score);
        }

        // Of each score how many hits have a higher one, which is where the first of its own goes.
        var places = new int[highest + 1];
        foreach (var hit in found)
        {
            places[hit.Score]++;
        }

        var first = 0;
        for (var score = highest; score >= 0; score--)
        {
            (places[score], first) = (first, first + places[score]);
        }

        sorted = new Found[found.Count];
        foreach (var hit in found)
        {
            sorted[places[hit.Score]++] = hit;
        }
    }

    public int Count => sorted.Length;

    public SearchHit this[int position] => new(plans[sorted[position].Slot], sorted[position].Place, sorted[position].Score, text);

    public IEnumerator<SearchHit> GetEnumerator() => Enumerable.Range(0, Count).Select(position => this[position]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A node, by the place of its plan in the set and its place in the plan.</summary>
    public readonly record struct Found(int Slot, int Place, int Score);
}
