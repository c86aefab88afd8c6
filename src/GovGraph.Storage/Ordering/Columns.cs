namespace GovGraph.Storage.Ordering;

/// <summary>Ids, letter by letter.</summary>
internal sealed class IdColumn<T>(Func<T, string?> get) : SortColumn<T>
{
    public override Type ValueType => typeof(string);

    public override int Compare(T left, T right) => string.CompareOrdinal(get(left), get(right));

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

    public override object? ValueOf(T item) => get(item) is { } text ? TextOrder.Key(text) : null;

    public override Func<T, int> CompareWith(object? value)
    {
        var kept = (string?)value;
        return item => string.CompareOrdinal(get(item) is { } text ? TextOrder.Key(text) : null, kept);
    }
}

/// <summary>Numbers, dates and enums.</summary>
internal sealed class ValueColumn<T, TValue>(Func<T, TValue?> get) : SortColumn<T>
    where TValue : struct
{
    public override Type ValueType => typeof(TValue);

    public override int Compare(T left, T right) => Nullable.Compare(get(left), get(right));

    public override object? ValueOf(T item) => get(item);

    public override Func<T, int> CompareWith(object? value)
    {
        var kept = (TValue?)value;
        return item => Nullable.Compare(get(item), kept);
    }
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

    public override object? ValueOf(T item) => get(item) is { } found ? inner.ValueOf(found) : null;

    public override Func<T, int> CompareWith(object? value)
    {
        var compare = inner.CompareWith(value);
        var absent = value is null ? 0 : -1;
        return item => get(item) is { } found ? compare(found) : absent;
    }
}
