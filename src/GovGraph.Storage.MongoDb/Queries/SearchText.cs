using GovGraph.Plans.Text;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>The forms of a text that are kept for search, below <c>search</c> of its node: folded, without marks, and its place in the dictionary.</summary>
internal sealed class SearchText(Scope scope, Field field)
{
    public const string Member = "search";
    public const string Folded = "folded";
    public const string Unmarked = "unmarked";
    public const string Order = "order";

    public Mql IsThere => Mql.IsThere(Form(Folded));

    public Mql Place => Form(Order);

    /// <summary>Compares as <see cref="FoldedPattern"/> does. Null for an operator that texts don't have.</summary>
    public Mql? Matches(string pattern, FilterOperator comparison)
    {
        var folded = FoldedText.Fold(pattern);
        var text = Form(FoldedText.FoldMarks(pattern) == folded ? Unmarked : Folded);
        var wanted = Mql.Literal(folded);
        return comparison switch
        {
            FilterOperator.Eq => Mql.Call("$eq", text, wanted),
            FilterOperator.Contains => Mql.Call("$gte", Mql.Call("$indexOfCP", text, wanted), Mql.Value(0)),
            FilterOperator.StartsWith => Mql.Call("$eq", Mql.Call("$indexOfCP", text, wanted), Mql.Value(0)),
            FilterOperator.EndsWith => Ends(text, wanted),
            _ => null,
        };
    }

    private Mql Ends(Mql text, Mql wanted)
    {
        var length = Mql.Call("$subtract", Mql.Call("$strLenCP", text), Mql.Call("$strLenCP", wanted));
        return Mql.Call("$cond",
            IsThere,
            Mql.Call("$cond",
                Mql.Call("$gte", length, Mql.Value(0)),
                Mql.Call("$eq", Mql.Call("$substrCP", text, length, Mql.Call("$strLenCP", wanted)), wanted),
                Mql.False),
            Mql.False);
    }

    private Mql Form(string form) => scope.Member($"{Member}.{field.Name}.{form}");
}
