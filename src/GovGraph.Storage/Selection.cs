using System.Collections.Immutable;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;

namespace GovGraph.Storage;

/// <summary>A filter, an order and a number, made ready once for the lists of plans that are read already.</summary>
public sealed class Selection<T>
{
    private readonly Func<T, bool>? matches;
    private readonly Ordering<T>? ordering;
    private readonly int? first;

    /// <summary>Where no order is asked for, the items stay in the order of print; so do those that are equal.</summary>
    public Selection(FieldMap<T> map, Filter? filter, ImmutableArray<OrderTerm> order, int? first = null)
    {
        matches = filter?.Compile(map);
        ordering = order.IsEmpty ? null : new Ordering<T>(map, order);
        this.first = first;
    }

    public ImmutableArray<T> Of(ImmutableArray<T> items)
    {
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
}
