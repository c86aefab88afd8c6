using System.Collections.Immutable;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;

namespace GovGraph.Storage;

/// <summary>A filter, an order, a place to go on behind and a number, made ready once for the lists of plans that are read already.</summary>
public sealed class Selection<T>
{
    private readonly FieldMap<T> map;
    private readonly Func<T, bool>? matches;
    private readonly Ordering<T>? ordering;
    private readonly int? first;

    /// <summary>Where no order is asked for, the items stay in the order of print; so do those that are equal.</summary>
    public Selection(FieldMap<T> map, Filter? filter, ImmutableArray<OrderTerm> order, int? first = null, string? after = null)
    {
        this.map = map;
        matches = filter?.Compile(map);
        ordering = order.IsEmpty ? null : new Ordering<T>(map, order);
        (this.first, After) = (first, after);
    }

    /// <summary>What names the item that the list goes on behind; null for the start.</summary>
    public string? After { get; }

    /// <summary>Whether the list can begin: it has the item that it is to go on behind, whether that matches the filter or not.</summary>
    public bool CanBegin(ImmutableArray<T> items) => After is null || PlaceOfAfter(items) >= 0;

    public ImmutableArray<T> Of(ImmutableArray<T> items)
    {
        if (After is not null)
        {
            items = Behind(items, PlaceOfAfter(items));
        }

        if (matches is not null)
        {
            items = items.RemoveAll(item => !matches(item));
        }

        if (ordering is not null)
        {
            items = [.. items.Order(ordering)];
        }

        return first < items.Length ? items[..first.Value] : items;
    }

    private ImmutableArray<T> Behind(ImmutableArray<T> items, int place)
    {
        if (ordering is null)
        {
            return items[(place + 1)..];
        }

        // What is equal stands in the order of print.
        var known = items[place];
        return [.. items.Where((item, i) => ordering.Compare(item, known) is var order && (order > 0 || (order == 0 && i > place)))];
    }

    // The last one: steps of one deadline may be called the same.
    private int PlaceOfAfter(ImmutableArray<T> items)
    {
        for (var i = items.Length - 1; i >= 0; i--)
        {
            if (map.Key(items[i]) == After)
            {
                return i;
            }
        }

        return -1;
    }
}
