namespace GovGraph.Storage.Ordering;

/// <summary>A value that items are sorted by, rising, null first.</summary>
internal abstract class SortColumn<T>
{
    /// <summary>The type of its values.</summary>
    public abstract Type ValueType { get; }

    public abstract int Compare(T left, T right);

    /// <summary>A number that never falls where the order rises: most pairs of items are told apart by it alone.</summary>
    public abstract long Rank(T item);

    /// <summary>What a cursor keeps of an item.</summary>
    public abstract object? ValueOf(T item);

    /// <summary>How an item compares with a value that a cursor kept.</summary>
    public abstract Func<T, int> CompareWith(object? value);
}
