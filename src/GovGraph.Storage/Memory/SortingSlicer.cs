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
        var inside = new List<Ranked>();
        var (isAnyBefore, isAnyBehind) = (false, false);
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
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
                inside.Add(new Ranked(ordering.Rank(item), item));
            }
        }

        var end = Math.Min(inside.Count, request.First ?? int.MaxValue);
        var start = Math.Max(0, end - (request.Last ?? int.MaxValue));
        return new Slice<T>(
            Sorted(inside, start, end),
            isAnyBefore || start > 0,
            isAnyBehind || end < inside.Count);
    }

    private ImmutableArray<T> Sorted(List<Ranked> inside, int start, int end)
    {
        var rising = Comparer<Ranked>.Create(Compare);
        var falling = Comparer<Ranked>.Create((left, right) => Compare(right, left));
        if (start == 0 && end <= inside.Count / HeapShare)
        {
            return [.. Best(inside, end, falling)];
        }

        if (end == inside.Count && end - start <= inside.Count / HeapShare)
        {
            return [.. Enumerable.Reverse(Best(inside, end - start, rising))];
        }

        inside.Sort(rising);
        return [.. inside[start..end].Select(ranked => ranked.Item)];
    }

    private int Compare(Ranked left, Ranked right) =>
        left.Rank != right.Rank ? left.Rank.CompareTo(right.Rank) : ordering.Compare(left.Item, right.Item);

    /// <summary>The best items, best first; <paramref name="worstFirst"/> orders the heap, so that the worst of the best is at its top.</summary>
    private static T[] Best(List<Ranked> inside, int count, IComparer<Ranked> worstFirst)
    {
        var heap = new PriorityQueue<T, Ranked>(worstFirst);
        foreach (var ranked in inside)
        {
            if (heap.Count < count)
            {
                heap.Enqueue(ranked.Item, ranked);
            }
            else if (count > 0)
            {
                heap.EnqueueDequeue(ranked.Item, ranked);
            }
        }

        var best = new T[heap.Count];
        for (var i = best.Length - 1; i >= 0; i--)
        {
            best[i] = heap.Dequeue();
        }

        return best;
    }

    private readonly record struct Ranked(long Rank, T Item);
}
