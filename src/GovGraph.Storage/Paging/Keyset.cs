using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;

namespace GovGraph.Storage.Paging;

/// <summary>A total order of items: the terms asked for, then the tail of the map. Its cursors keep an item's place by value, so they outlive it.</summary>
public sealed class Keyset<T>
{
    private readonly FieldMap<T> map;
    private readonly object? condition;
    private byte[]? mark;

    public Keyset(FieldMap<T> map, Query<T> query)
        : this(map, query.Order, query.At is { } at ? $"{query.Filter} at {at.UtcTicks}" : query.Filter)
    {
        BoundTo = query.At is null ? BoundTo : "`where`, `order` and `at`";
    }

    /// <param name="map">What items are ordered by.</param>
    /// <param name="order">The terms asked for.</param>
    /// <param name="condition">What else a cursor is bound to; it prints one text for one meaning.</param>
    internal Keyset(FieldMap<T> map, ImmutableArray<OrderTerm> order, object? condition)
    {
        (this.map, this.condition) = (map, condition);
        Terms = Complete(order, map.Tail);
        Ordering = new Ordering<T>(map, Terms);
    }

    /// <summary>All terms; together they are unique.</summary>
    public ImmutableArray<OrderTerm> Terms { get; }

    internal Ordering<T> Ordering { get; }

    /// <summary>The arguments that a cursor is bound to.</summary>
    internal string BoundTo { get; init; } = "`where` and `order`";

    /// <summary>Nothing but the tail orders the items.</summary>
    internal bool IsDefault => Terms.SequenceEqual(map.Tail);

    // Binds a cursor to its filter and order.
    private byte[] Mark => mark ??= SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{map.Name} {string.Join(' ', Terms)} {condition}"))[..CursorCodec.MarkLength];

    public string Cursor(T item) => CursorCodec.Write(Mark, [.. Ordering.Columns.Select(column => column.ValueOf(item))]);

    /// <summary>The values that a cursor keeps, one a term; a fault where it is not a cursor of this query.</summary>
    public PageFault? Read(string argument, string cursor, out ImmutableArray<object?> values)
    {
        values = [];
        var columns = Ordering.Columns;
        if (!CursorCodec.TryRead(cursor, out var foundMark, out var kept))
        {
            return Unreadable(argument);
        }

        if (!foundMark.AsSpan().SequenceEqual(Mark))
        {
            return new PageFault(
                PageFaultKind.CursorOfAnotherQuery,
                argument,
                $"The cursor specified in `{argument}` belongs to another query: use a cursor only with the {BoundTo} that gave it.");
        }

        var read = ImmutableArray.CreateBuilder<object?>(columns.Length);
        for (var i = 0; i < columns.Length && i < kept.Length && CursorNumber.TryRead(kept[i], columns[i].ValueType, out var value); i++)
        {
            read.Add(value);
        }

        values = read.ToImmutable();
        return values.Length == columns.Length && kept.Length == columns.Length ? null : Unreadable(argument);
    }

    private static PageFault Unreadable(string argument) =>
        new(PageFaultKind.CursorUnreadable, argument, $"The cursor specified in `{argument}` has an invalid format.");

    private static ImmutableArray<OrderTerm> Complete(ImmutableArray<OrderTerm> asked, ImmutableArray<OrderTerm> tail)
    {
        var terms = ImmutableArray.CreateBuilder<OrderTerm>();
        var named = new HashSet<(string, SummaryScope?)>();
        foreach (var term in asked.AddRange(tail))
        {
            // A second term for one value can't order anything any more.
            if (named.Add((term.Path, term.Summary)))
            {
                terms.Add(term);
            }

            if (term.Path == "id")
            {
                break;
            }
        }

        return terms.ToImmutable();
    }
}
