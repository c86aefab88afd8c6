using System.Collections.Immutable;
using GovGraph.Storage.Filters;

namespace GovGraph.Storage.Fields;

/// <summary>A list below a node.</summary>
public sealed class ListField<T, TItem> : Field<T>
{
    private readonly Func<T, ImmutableArray<TItem>> get;
    private readonly Func<FieldMap<TItem>> map;

    internal ListField(string name, Func<T, ImmutableArray<TItem>> get, Func<FieldMap<TItem>> map, string? bsonPath = null)
        : base(name, bsonPath) => (this.get, this.map) = (get, map);

    public override FieldKind Kind => FieldKind.List;

    public override FieldMap Inner => map();

    internal override Func<T, bool> Compile(FieldFilter filter)
    {
        var get = this.get;
        switch (filter)
        {
            case ListFilter { Quantifier: var quantifier, Inner: var inner }:
                var matches = inner.Compile(map());
                return quantifier switch
                {
                    ListQuantifier.Some => item => IsAny(get(item), matches, true),
                    ListQuantifier.All => item => !IsAny(get(item), matches, false),
                    _ => item => !IsAny(get(item), matches, true),
                };
            case CountFilter { Items: var inner, Number: var number }:
                var isCounted = inner.Compile(map());
                var isWanted = number.Compile(CountFields.Map);
                return item => isWanted(Count(get(item), isCounted));
            case Existence existence:
                return item => get(item).IsEmpty != existence.Wanted;
            default:
                throw Unsupported(filter);
        }
    }

    private static int Count(ImmutableArray<TItem> items, Func<TItem, bool> matches)
    {
        var count = 0;
        foreach (var item in items)
        {
            count += matches(item) ? 1 : 0;
        }

        return count;
    }

    private static bool IsAny(ImmutableArray<TItem> items, Func<TItem, bool> matches, bool outcome)
    {
        foreach (var item in items)
        {
            if (matches(item) == outcome)
            {
                return true;
            }
        }

        return false;
    }
}
