using System.Collections.Immutable;
using GovGraph.Storage.Fields;

namespace GovGraph.Storage.Ordering;

/// <summary>Compares items by the terms of an order, one after the other.</summary>
internal sealed class Ordering<T>(FieldMap<T> map, ImmutableArray<OrderTerm> terms) : IComparer<T>
{
    private readonly bool[] descending = [.. terms.Select(term => term.Descending)];

    public ImmutableArray<SortColumn<T>> Columns { get; } = [.. terms.Select(term => map.Column(term))];

    public int Compare(T? x, T? y)
    {
        for (var i = 0; i < descending.Length; i++)
        {
            var order = Columns[i].Compare(x!, y!);
            if (order != 0)
            {
                return descending[i] ? -order : order;
            }
        }

        return 0;
    }

    /// <summary>A number that tells most pairs apart: where one item comes before another, it is never the higher one.</summary>
    public long Rank(T item)
    {
        // The one number that can't be turned round stays the lowest or becomes the highest.
        var rank = Columns[0].Rank(item);
        return !descending[0] ? rank : rank == long.MinValue ? long.MaxValue : -rank;
    }

    /// <summary>How an item compares with the values of another one, a value a term.</summary>
    public Func<T, int> CompareWith(ImmutableArray<object?> values)
    {
        Func<T, int>[] compare = [.. Columns.Select((column, i) => column.CompareWith(values[i]))];
        return item =>
        {
            for (var i = 0; i < compare.Length; i++)
            {
                var order = compare[i](item);
                if (order != 0)
                {
                    return descending[i] ? -order : order;
                }
            }

            return 0;
        };
    }
}
