namespace GovGraph.Storage.Ordering;

/// <summary>A value that items are sorted by, rising, null first.</summary>
internal abstract class SortColumn<T>
{
    /// <summary>The type of its values.</summary>
    public abstract Type ValueType { get; }

    public abstract int Compare(T left, T right);

    /// <summary>What a cursor keeps of an item.</summary>
    public abstract object? ValueOf(T item);

    /// <summary>How an item compares with a value that a cursor kept.</summary>
    public abstract Func<T, int> CompareWith(object? value);
}
