namespace GovGraph.Storage.Files.Journals;

/// <summary>A list for one writer, of which readers keep what was there when they looked.</summary>
internal sealed class GrowingList<T>
{
    private T[] items = [];
    private int count;

    public void Add(T item)
    {
        if (count == items.Length)
        {
            Array.Resize(ref items, Math.Max(4, count * 2));
        }

        items[count++] = item;
    }

    public void Clear() => (items, count) = ([], 0);

    public void RemoveAll(Predicate<T> match)
    {
        // Into another array: readers may hold this one.
        T[] left = [.. items.Take(count).Where(item => !match(item))];
        (items, count) = (left, left.Length);
    }

    public IReadOnlyList<T> Snapshot() => new ArraySegment<T>(items, 0, count);
}
