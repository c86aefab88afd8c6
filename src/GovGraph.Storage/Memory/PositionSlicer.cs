using GovGraph.Storage.Paging;

namespace GovGraph.Storage.Memory;

/// <summary>Cuts a page in the default order: reads no further than the page and one match on each side of it.</summary>
internal sealed class PositionSlicer<T>(IReadOnlyList<T> items, Func<T, bool> matches)
{
    /// <param name="after">How an item compares with the place that the page comes after; null for the start.</param>
    /// <param name="before">How an item compares with the place that the page comes before; null for the end.</param>
    /// <param name="request">How many items.</param>
    public Slice<T> Cut(Func<T, int>? after, Func<T, int>? before, PageRequest request)
    {
        var start = after is null ? 0 : FirstWhere(item => after(item) > 0);
        var end = before is null ? items.Count : FirstWhere(item => before(item) >= 0);
        return request is { First: null, Last: { } last } ? Last(last, start, end) : First(request.First, request.Last, start, end);
    }

    private Slice<T> First(int? first, int? last, int start, int end)
    {
        var taken = new List<int>();
        var position = start;
        for (; position < end && taken.Count < (first ?? int.MaxValue); position++)
        {
            if (matches(items[position]))
            {
                taken.Add(position);
            }
        }

        taken.RemoveRange(0, Math.Max(0, taken.Count - (last ?? int.MaxValue)));
        return Cut(taken, taken.Count == 0 ? position : taken[0], position);
    }

    private Slice<T> Last(int last, int start, int end)
    {
        var taken = new List<int>();
        var position = end;
        for (; position > start && taken.Count < last; position--)
        {
            if (matches(items[position - 1]))
            {
                taken.Add(position - 1);
            }
        }

        taken.Reverse();
        return Cut(taken, position, end);
    }

    private Slice<T> Cut(List<int> taken, int first, int behind) => new(
        [.. taken.Select(position => items[position])],
        IsAny(first - 1, -1, -1),
        IsAny(behind, Math.Max(behind, items.Count), 1));

    private bool IsAny(int from, int to, int step)
    {
        for (var position = from; position != to; position += step)
        {
            if (matches(items[position]))
            {
                return true;
            }
        }

        return false;
    }

    private int FirstWhere(Func<T, bool> isBeyond)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = isBeyond(items[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
