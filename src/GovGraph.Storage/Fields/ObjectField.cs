using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;

namespace GovGraph.Storage.Fields;

/// <summary>An object below or above a node. Where it is absent no filter on it matches, and its columns are null.</summary>
public sealed class ObjectField<T, TInner> : Field<T>
    where TInner : class
{
    private readonly Func<T, TInner?> get;
    private readonly Func<FieldMap<TInner>> map;

    // Maps know each other in circles, so the inner one is asked for only when it is needed.
    internal ObjectField(string name, Func<T, TInner?> get, Func<FieldMap<TInner>> map, string? bsonPath = null)
        : base(name, bsonPath) => (this.get, this.map) = (get, map);

    public override FieldKind Kind => FieldKind.Object;

    public override FieldMap Inner => map();

    internal override Func<T, bool> Compile(FieldFilter filter)
    {
        var get = this.get;
        switch (filter)
        {
            case ObjectFilter { Inner: var inner }:
                var matches = inner.Compile(map());
                return item => get(item) is { } found && matches(found);
            case Existence existence:
                return item => get(item) is not null == existence.Wanted;
            default:
                throw Unsupported(filter);
        }
    }

    internal override SortColumn<T>? Column(ReadOnlySpan<string> rest) =>
        !rest.IsEmpty && map().Find(rest[0]) is Field<TInner> field && field.Column(rest[1..]) is { } inner
            ? new InnerColumn<T, TInner>(get, inner)
            : null;
}
