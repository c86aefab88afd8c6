using GovGraph.Plans.Search;
using GovGraph.Storage.MongoDb.Documents;
using GovGraph.Storage.Search;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>Finds nodes by their words; a row is the id and the version of a plan, the node's place there, and its score.</summary>
internal sealed class SearchPipeline(SearchQuery query, SortKeys keys) : Pipeline
{
    private readonly WantedText _text = query.Text;

    // What a row keeps of the order, as SearchFields has it.
    public static string Score { get; } = SortKeys.Name(0);

    public static string Place { get; } = SortKeys.Name(2);

    public override IEnumerable<Mql> Rows(Range range) =>
    [
        .. Matching(),
        Stage("$unwind", Mql.Path("$rows")),
        Stage("$project", Mql.Document(
            ("version", Mql.Value(1)), (Score, Mql.Path("$rows.score")), (SortKeys.Name(1), Mql.Path("$_id")), (Place, Mql.Path("$rows.place")))),
        .. Cut(keys, "", range),
    ];

    public override IEnumerable<Mql> Count() =>
    [
        .. Matching(),
        Stage("$group", Mql.Document(("_id", Mql.Null), ("n", Mql.Call("$sum", Mql.Call("$size", Mql.Path("$rows")))))),
    ];

    /// <summary>Of each plan the nodes in which all stands; nothing else of a plan goes on.</summary>
    private IEnumerable<Mql> Matching() =>
    [
        .. MatchPlain(Mql.All(_text.Terms.SelectMany(IsInPlan))),
        .. MatchPlans(query.Plans, Scope.OfPlan()),
        Stage("$project", Mql.Document(("version", Mql.Value(1)), ("rows", Filter(
            Map(Filter(Mql.Path($"${WordsBson.Nodes}"), "node", IsWanted()), "node", Row()), "row", Mql.Call("$gt", Mql.Path("$$row.score"), Mql.Value(0)))))),
    ];

    /// <summary>What the index on the words of a plan answers.</summary>
    private static IEnumerable<Mql> IsInPlan(WantedTerm term) => term.Words.Select((word, i) =>
    {
        if (!term.IsPrefix || i < term.Words.Length - 1)
            return Mql.Document((WordsBson.All, Mql.Document(("$eq", Mql.Value(word)))));
        // A half of a surrogate pair has no next letter.
        return char.IsSurrogate(word[^1])
            ? Mql.True
            : Mql.Document((WordsBson.All, Mql.Document(("$elemMatch", Mql.Document(("$gte", Mql.Value(word)), ("$lt", Mql.Value(word[..^1] + (char)(word[^1] + 1))))))));
    });

    private Mql IsWanted() => Mql.Call("$in", Mql.Path("$$node.kind"), Mql.List(query.Kinds.Distinct().Select(kind => Mql.Literal(Stored.Name(kind)))));

    private Mql Row()
    {
        var terms = _text.Terms.Select((term, i) => (Name: $"t{i}", Found: Count(Stands(term), 1))).ToArray();
        var whole = _text.Sequence;
        var fields = Map(Mql.Path("$$node.fields"), "field", Mql.Document(
        [
            ("weight", Mql.Path("$$field.weight")),
            .. terms,
            ("together", whole is not null && terms.Length > 1 ? Count(Stands(whole), terms.Length) : Mql.Value(0)),
            ("alone", whole is { IsPrefix: false } ? Count(Mql.Call("$eq", FieldText, Mql.Literal(SpacedWords.Of(whole))), 1) : Mql.Value(0)),
        ]));
        string[] counted = [.. terms.Select(term => term.Name), "together", "alone"];
        var score = Mql.Call("$sum", Map(Mql.Path("$$fields"), "field", Mql.Call(
            "$multiply", Mql.Path("$$field.weight"), Mql.Call("$add", Mql.List(counted.Select(name => Mql.Path($"$$field.{name}")))))));
        var isThere = Mql.All(terms.Select(term => Mql.Call("$in", Mql.Value(1), Mql.Path($"$$fields.{term.Name}"))));
        return Mql.Document(("place", Mql.Path("$$node.place")), ("score", Mql.Call("$let", Mql.Document(
            ("vars", Mql.Document(("fields", fields))), ("in", Mql.Call("$cond", isThere, score, Mql.Value(0)))))));
    }

    private Mql FieldText => Mql.Path(_text.KeepsMarks ? "$$field.folded" : "$$field.unmarked");

    private Mql Stands(WantedTerm term) => Mql.Call("$gte", Mql.Call("$indexOfCP", FieldText, Mql.Literal(SpacedWords.Of(term))), Mql.Value(0));

    private static Mql Count(Mql condition, int count) => Mql.Call("$cond", condition, Mql.Value(count), Mql.Value(0));

    private static Mql Map(Mql list, string name, Mql item) =>
        Mql.Call("$map", Mql.Document(("input", list), ("as", Mql.Value(name)), ("in", item)));

    private static Mql Filter(Mql list, string name, Mql condition) =>
        Mql.Call("$filter", Mql.Document(("input", list), ("as", Mql.Value(name)), ("cond", condition)));
}
