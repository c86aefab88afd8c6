using GovGraph.Plans;
using GovGraph.Plans.Search;
using GovGraph.Storage.Search;

namespace GovGraph.Storage.Tests.Contract;

/// <summary>What a search finds, written down a second time as plainly as can be; every store must agree with it.</summary>
internal static class ReferenceSearch
{
    public static IEnumerable<string> Hits(IEnumerable<Plan> plans, SearchQuery query) =>
        from plan in plans
        where Reference.Matches(plan, query.Plans)
        from found in SearchNode.AllOf(plan).Select((node, place) => (node, place, score: query.Kinds.Contains(node.Kind) ? Score(node, query.Text) : 0))
        where found.score > 0
        orderby found.score descending, plan.Id, found.place
        select $"{found.node.Node.Id} {found.score}";

    private static int Score(SearchNode node, WantedText wanted)
    {
        var fields = node.Fields.Select(field => (field.Weight, Text: SpacedWords.Of(field.Text, wanted.KeepsMarks))).ToList();
        return wanted.Terms.All(term => fields.Exists(field => Stands(term, field.Text))) ? fields.Sum(field => field.Weight * Count(field.Text, wanted)) : 0;
    }

    private static int Count(string field, WantedText wanted)
    {
        var terms = wanted.Terms.Count(term => Stands(term, field));
        var sequence = wanted.Sequence is { } whole && Stands(whole, field) && wanted.Terms.Length > 1 ? wanted.Terms.Length : 0;
        return terms + sequence + (wanted.Sequence is { IsPrefix: false } all && field == SpacedWords.Of(all) ? 1 : 0);
    }

    private static bool Stands(WantedTerm term, string field) => field.Contains(SpacedWords.Of(term), StringComparison.Ordinal);
}
