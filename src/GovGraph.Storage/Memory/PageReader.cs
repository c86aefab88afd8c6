using GovGraph.Storage.Paging;

namespace GovGraph.Storage.Memory;

/// <summary>Cuts a page out of a list that stands in the default order of its kind.</summary>
internal static class PageReader
{
    /// <param name="items">What to cut from.</param>
    /// <param name="matches">Null where all items match.</param>
    /// <param name="keyset">The order, and the cursors.</param>
    /// <param name="query">What was asked; its filter is in <paramref name="matches"/>.</param>
    /// <param name="isInOrder">Whether the items stand in the default order; otherwise they are sorted.</param>
    public static Page<T> Read<T>(IReadOnlyList<T> items, Func<T, bool>? matches, Keyset<T> keyset, Query<T> query, bool isInOrder = true)
    {
        var request = query.Page;
        var fault = Negative("first", request.First) ?? Negative("last", request.Last);
        var after = fault is null ? Place(keyset, "after", request.After, ref fault) : null;
        var before = fault is null ? Place(keyset, "before", request.Before, ref fault) : null;
        if (fault is not null)
        {
            return new Page<T>(fault);
        }

        var slice = isInOrder && keyset.IsDefault
            ? new PositionSlicer<T>(items, matches ?? (_ => true)).Cut(after, before, request)
            : new SortingSlicer<T>(items, matches ?? (_ => true), keyset.Ordering).Cut(after, before, request);
        return new Page<T>(keyset, slice.Items)
        {
            HasPreviousPage = slice.HasPrevious,
            HasNextPage = slice.HasNext,
            TotalCount = query.WithTotalCount ? Count(items, matches) : null,
        };
    }

    private static long Count<T>(IReadOnlyList<T> items, Func<T, bool>? matches)
    {
        if (matches is null)
        {
            return items.Count;
        }

        var count = 0L;
        for (var i = 0; i < items.Count; i++)
        {
            count += matches(items[i]) ? 1 : 0;
        }

        return count;
    }

    private static PageFault? Negative(string argument, int? count) => count < 0
        ? new PageFault(PageFaultKind.NegativeCount, argument, $"`{argument}` must not be negative, but it is {count}.")
        : null;

    private static Func<T, int>? Place<T>(Keyset<T> keyset, string argument, string? cursor, ref PageFault? fault)
    {
        if (cursor is null)
        {
            return null;
        }

        fault = keyset.Read(argument, cursor, out var values);
        return fault is null ? keyset.Ordering.CompareWith(values) : null;
    }
}
