using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Search;

namespace GovGraph.Storage.Search;

/// <summary>A node in which all stands that was searched for.</summary>
/// <param name="plan">The plan in which it stands.</param>
/// <param name="place">Its place among all nodes of the plan that can be found.</param>
/// <param name="score">How well it fits.</param>
/// <param name="text">What was searched for.</param>
public sealed class SearchHit(Plan plan, int place, int score, WantedText text)
{
    private SearchNode? found;

    public Plan Plan => plan;

    public int Place => place;

    public int Score => score;

    public INode Node => Found.Node;

    public ImmutableArray<Highlight> Highlights => Highlight.Of(Found, text);

    private SearchNode Found => found ??= SearchNode.AllOf(plan)[place];
}
