namespace GovGraph.Storage.Paging;

/// <summary>Makes one page of pages that were cut from parts of a list, all by the same order.</summary>
internal sealed class MergedPages<T>(Keyset<T> keyset, PageRequest request)
{
    private readonly List<T> items = [];
    private (bool Before, bool Behind) more;
    private long? total;
    private PageFault? fault;

    /// <summary>What each part is asked: what is cut from both ends can only be cut from the whole.</summary>
    public PageRequest OfEachPart => request.First is null ? request : request with { Last = null };

    public Page<T> Page
    {
        get
        {
            if (fault is not null)
            {
                return new Page<T>(fault);
            }

            var start = Math.Max(0, items.Count - (request.Last ?? int.MaxValue));
            return new Page<T>(keyset, [.. items.Skip(start)]) { HasPreviousPage = more.Before || start > 0, HasNextPage = more.Behind, TotalCount = total };
        }
    }

    public void Add(Page<T> part)
    {
        fault ??= part.Fault;
        if (fault is not null)
        {
            return;
        }

        items.AddRange(part.Items);
        items.Sort(keyset.Ordering);
        more = (more.Before || part.HasPreviousPage, more.Behind || part.HasNextPage);
        total = part.TotalCount is { } count ? (total ?? 0) + count : total;
        if (request.First is { } first && items.Count > first)
        {
            items.RemoveRange(first, items.Count - first);
            more.Behind = true;
        }
        else if (request is { First: null, Last: { } last } && items.Count > last)
        {
            items.RemoveRange(0, items.Count - last);
            more.Before = true;
        }
    }
}
