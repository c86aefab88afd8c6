using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;

namespace GovGraph.Storage.Fields;

/// <summary>An object below or above a node, one above shared with others. Where it is absent no filter on it matches, and its columns are null.</summary>
public sealed class ObjectField<T, TInner> : Field<T>
    where TInner : class
{
    private readonly Func<T, TInner?> get;
    private readonly Func<FieldMap<TInner>> map;
    private readonly bool isAbove;

    // Maps know each other in circles, so the inner one is asked for only when it is needed.
    internal ObjectField(string name, Func<T, TInner?> get, Func<FieldMap<TInner>> map, string? bsonPath = null, bool isAbove = false)
        : base(name, bsonPath) => (this.get, this.map, this.isAbove) = (get, map, isAbove);

    public override FieldKind Kind => FieldKind.Object;

    public override FieldMap Inner => map();

    internal override Func<T, bool> Compile(FieldFilter filter)
    {
        var get = this.get;
        switch (filter)
        {
            case ObjectFilter { Inner: var inner }:
                var matches = isAbove ? Remembered(inner.Compile(map())) : inner.Compile(map());
                return item => get(item) is { } found && matches(found);
            case Existence existence:
                return item => get(item) is not null == existence.Wanted;
            default:
                throw Unsupported(filter);
        }
    }

    internal override SortColumn<T>? Column(ReadOnlySpan<string> rest, SummaryScope? summary) =>
        !rest.IsEmpty && map().Find(rest[0]) is Field<TInner> field && field.Column(rest[1..], summary) is { } inner
            ? new InnerColumn<T, TInner>(get, inner)
            : null;

    // Neighbours stand in the same plan, so it is asked once for all of them: a filter that goes up and down again and again
    // would otherwise cost the number of tasks once more for each turn.
    private static Func<TInner, bool> Remembered(Func<TInner, bool> matches)
    {
        Answer? last = null;
        return found =>
        {
            var answer = last;
            if (answer is null || !ReferenceEquals(answer.Asked, found))
            {
                last = answer = new Answer(found, matches(found));
            }

            return answer.Matches;
        };
    }

    private sealed record Answer(TInner Asked, bool Matches);
}
