using GovGraph.Plans;
using GovGraph.Plans.Search;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Queries;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>The words of a plan in its document, for searches: each word once, for an index, and field by field of all nodes that can be found.</summary>
internal static class WordsBson
{
    public const string Nodes = "words.nodes";
    public const string All = "words.all";

    public static ReadOnlySpan<byte> Member => "words"u8;

    public static void Write(BsonWriter writer, Plan plan)
    {
        var all = new SortedSet<string>(StringComparer.Ordinal);
        writer.BeginDocument(Member).BeginArray("nodes"u8);
        var nodes = SearchNode.AllOf(plan);
        for (var place = 0; place < nodes.Length; place++)
        {
            writer.BeginDocument().Int32("place"u8, place).String("kind"u8, Stored.Name(nodes[place].Kind)).BeginArray("fields"u8);
            foreach (var field in nodes[place].Fields)
                Write(writer, field, all);
            writer.End().End();
        }
        writer.End().Texts("all"u8, all).End();
    }

    private static void Write(BsonWriter writer, SearchField field, SortedSet<string> all)
    {
        var (folded, unmarked) = (SpacedWords.Of(field.Text, keepMarks: true), SpacedWords.Of(field.Text, keepMarks: false));
        writer.BeginDocument().Int32("weight"u8, field.Weight).String("folded"u8, folded).String("unmarked"u8, unmarked).End();
        foreach (var spaced in (string[])[folded, unmarked])
            all.UnionWith(spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != SpacedWords.LineEnd));
    }
}
