using GovGraph.Storage.Paging;

namespace GovGraph.Storage.Memory;

/// <summary>Cuts a page out of a list that stands in the default order of its kind.</summary>
internal static class PageReader
{
    public static Page<T> Read<T>(IReadOnlyList<T> items, Func<T, bool> matches, Keyset<T> keyset, Query<T> query)
    {
        var request = query.Page;
        var fault = Negative("first", request.First) ?? Negative("last", request.Last);
        var after = fault is null ? Place(keyset, "after", request.After, ref fault) : null;
        var before = fault is null ? Place(keyset, "before", request.Before, ref fault) : null;
        if (fault is not null)
        {
            return new Page<T>(fault);
        }

        var slice = keyset.IsDefault
            ? new PositionSlicer<T>(items, matches).Cut(after, before, request)
            : new SortingSlicer<T>(items, matches, keyset.Ordering).Cut(after, before, request);
        return new Page<T>(keyset, slice.Items)
        {
            HasPreviousPage = slice.HasPrevious,
            HasNextPage = slice.HasNext,
            TotalCount = query.WithTotalCount ? items.LongCount(matches) : null,
        };
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
