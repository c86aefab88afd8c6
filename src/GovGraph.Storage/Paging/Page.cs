using System.Collections.Immutable;

namespace GovGraph.Storage.Paging;

/// <summary>A part of a list. Look at <see cref="Fault"/> first: a wrong request has no items.</summary>
public sealed class Page<T>
{
    private readonly Keyset<T>? keyset;

    public Page(Keyset<T> keyset, ImmutableArray<T> items) => (this.keyset, Items) = (keyset, items);

    public Page(PageFault fault) => (Fault, Items) = (fault, []);

    public PageFault? Fault { get; }

    public ImmutableArray<T> Items { get; }

    /// <summary>Something matches behind the last item.</summary>
    public bool HasNextPage { get; init; }

    /// <summary>Something matches before the first item.</summary>
    public bool HasPreviousPage { get; init; }

    /// <summary>How many match in all; null where it was not asked for.</summary>
    public long? TotalCount { get; init; }

    /// <summary>The same page with its items in another form, each in its place.</summary>
    internal Page<T> With(ImmutableArray<T> items) =>
        new(keyset!, items) { HasNextPage = HasNextPage, HasPreviousPage = HasPreviousPage, TotalCount = TotalCount };

    public string? StartCursor => Items.IsEmpty ? null : Cursor(0);

    public string? EndCursor => Items.IsEmpty ? null : Cursor(Items.Length - 1);

    /// <summary>The cursor of an item by its place on the page; made only when asked for.</summary>
    public string Cursor(int index) => keyset!.Cursor(Items[index]);
}
