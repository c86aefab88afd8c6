using System.Collections.Immutable;
using GovGraph.Storage.Ordering;
using GovGraph.Storage.Paging;

namespace GovGraph.Storage.Memory;

/// <summary>Cuts a page in an order asked for: all that match are looked at, only what the page needs is sorted.</summary>
internal sealed class SortingSlicer<T>(IReadOnlyList<T> items, Func<T, bool> matches, Ordering<T> ordering)
{
    // Below this part of all, keeping the best few in a heap is cheaper than sorting all.
    private const int HeapShare = 8;

    /// <param name="after">How an item compares with the place that the page comes after; null for the start.</param>
    /// <param name="before">How an item compares with the place that the page comes before; null for the end.</param>
    /// <param name="request">How many items.</param>
    public Slice<T> Cut(Func<T, int>? after, Func<T, int>? before, PageRequest request)
    {
        var inside = new List<T>();
        var (isAnyBefore, isAnyBehind) = (false, false);
        foreach (var item in items)
        {
            if (!matches(item))
            {
                continue;
            }

            if (after?.Invoke(item) <= 0)
            {
                isAnyBefore = true;
            }
            else if (before?.Invoke(item) >= 0)
            {
                isAnyBehind = true;
            }
            else
            {
                inside.Add(item);
            }
        }

        var end = Math.Min(inside.Count, request.First ?? int.MaxValue);
        var start = Math.Max(0, end - (request.Last ?? int.MaxValue));
        return new Slice<T>(
            Sorted(inside, start, end),
            isAnyBefore || start > 0,
            isAnyBehind || end < inside.Count);
    }

    private ImmutableArray<T> Sorted(List<T> inside, int start, int end)
    {
        var falling = Comparer<T>.Create((left, right) => ordering.Compare(right, left));
        if (start == 0 && end <= inside.Count / HeapShare)
        {
            return [.. Best(inside, end, falling)];
        }

        if (end == inside.Count && end - start <= inside.Count / HeapShare)
        {
            var best = Best(inside, end - start, ordering);
            Array.Reverse(best);
            return [.. best];
        }

        inside.Sort(ordering);
        return [.. inside[start..end]];
    }

    /// <summary>The best items, best first; <paramref name="worstFirst"/> orders the heap, so that the worst of the best is at its top.</summary>
    private static T[] Best(List<T> inside, int count, IComparer<T> worstFirst)
    {
        var heap = new PriorityQueue<T, T>(worstFirst);
        foreach (var item in inside)
        {
            if (heap.Count < count)
            {
                heap.Enqueue(item, item);
            }
            else if (count > 0)
            {
                heap.EnqueueDequeue(item, item);
            }
        }

        var best = new T[heap.Count];
        for (var i = best.Length - 1; i >= 0; i--)
        {
            best[i] = heap.Dequeue();
        }

        return best;
    }
}
