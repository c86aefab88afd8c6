using System.Runtime.CompilerServices;

namespace GovGraph.Storage.Ordering;

/// <summary>Ids, letter by letter.</summary>
internal sealed class IdColumn<T>(Func<T, string?> get) : SortColumn<T>
{
    public override Type ValueType => typeof(string);

    public override int Compare(T left, T right) => string.CompareOrdinal(get(left), get(right));

    // Ids begin alike too often for their first letters to tell them apart.
    public override long Rank(T item) => 0;

    public override object? ValueOf(T item) => get(item);

    public override Func<T, int> CompareWith(object? value)
    {
        var kept = (string?)value;
        return item => string.CompareOrdinal(get(item), kept);
    }
}

/// <summary>Texts in the order of the Vietnamese dictionary. A cursor keeps the short key.</summary>
internal sealed class TextColumn<T>(Func<T, string?> get) : SortColumn<T>
{
    public override Type ValueType => typeof(string);

    public override int Compare(T left, T right) => (get(left), get(right)) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        var (a, b) => TextOrder.Compare(a, b),
    };

    public override long Rank(T item) => get(item) is { } text ? TextOrder.Rank(text) : long.MinValue;

    public override object? ValueOf(T item) => get(item) is { } text ? TextOrder.Key(text) : null;

    public override Func<T, int> CompareWith(object? value)
    {
        var kept = (string?)value;
        return item => (get(item), kept) switch
        {
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            var (text, key) => TextOrder.CompareWithKey(text, key),
        };
    }
}

/// <summary>Numbers, dates and enums.</summary>
internal sealed class ValueColumn<T, TValue>(Func<T, TValue?> get) : SortColumn<T>
    where TValue : struct
{
    public override Type ValueType => typeof(TValue);

    public override int Compare(T left, T right) => Nullable.Compare(get(left), get(right));

    public override long Rank(T item) => get(item) is { } value ? Number(value) : long.MinValue;

    public override object? ValueOf(T item) => get(item);

    public override Func<T, int> CompareWith(object? value)
    {
        var kept = (TValue?)value;
        return item => Nullable.Compare(get(item), kept);
    }

    // Each branch but one is left out when the type is known; a type that is not named has no rank.
    private static long Number(TValue value) =>
        typeof(TValue) == typeof(DateOnly) ? ((DateOnly)(object)value).DayNumber
        : typeof(TValue) == typeof(long) ? (long)(object)value
        : typeof(TValue) == typeof(int) || typeof(TValue).IsEnum && Unsafe.SizeOf<TValue>() == sizeof(int) ? Unsafe.BitCast<TValue, int>(value)
        : 0;
}

/// <summary>A column of an object; null where the object is absent.</summary>
internal sealed class InnerColumn<T, TInner>(Func<T, TInner?> get, SortColumn<TInner> inner) : SortColumn<T>
    where TInner : class
{
    public override Type ValueType => inner.ValueType;

    // An absent object sorts with the objects whose value is null: a cursor can't tell them apart either.
    public override int Compare(T left, T right) => (get(left), get(right)) switch
    {
        (null, null) => 0,
        (null, { } b) => inner.ValueOf(b) is null ? 0 : -1,
        ({ } a, null) => inner.ValueOf(a) is null ? 0 : 1,
        ({ } a, { } b) => inner.Compare(a, b),
    };

    public override long Rank(T item) => get(item) is { } found ? inner.Rank(found) : long.MinValue;

    public override object? ValueOf(T item) => get(item) is { } found ? inner.ValueOf(found) : null;

    public override Func<T, int> CompareWith(object? value)
    {
        var compare = inner.CompareWith(value);
        var absent = value is null ? 0 : -1;
        return item => get(item) is { } found ? compare(found) : absent;
    }
}
