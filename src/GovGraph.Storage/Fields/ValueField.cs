using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;

namespace GovGraph.Storage.Fields;

/// <summary>A number, a date, a word of an enum or a yes or no; enums are ordered as they are declared.</summary>
public sealed class ValueField<T, TValue> : Field<T>
    where TValue : struct
{
    private readonly Func<T, TValue?> get;

    internal ValueField(string name, Func<T, TValue?> get, string? bsonPath = null)
        : base(name, bsonPath) => this.get = get;

    public override FieldKind Kind => FieldKind.Value;

    public override Type ValueType => typeof(TValue);

    internal override Func<T, bool> Compile(FieldFilter filter)
    {
        var get = this.get;
        switch (filter)
        {
            case Comparison { Value: null, Operator: var filterOperator }:
                return filterOperator == FilterOperator.Eq ? item => !get(item).HasValue : _ => false;
            case Comparison { Value: TValue wanted, Operator: var filterOperator }:
                return Compare(filterOperator, wanted) ?? throw Unsupported(filter);
            case Membership membership:
                var withNull = membership.Values.Contains(null);
                TValue[] values = [.. membership.Values.Where(value => value is not null)
                    .Select(value => value is TValue typed ? typed : throw WrongType(value, filter))];
                return item => get(item) is { } value ? Array.IndexOf(values, value) >= 0 : withNull;
            case Existence existence:
                return item => get(item).HasValue == existence.Wanted;
            case Comparison { Value: var value }:
                throw WrongType(value, filter);
            default:
                throw Unsupported(filter);
        }
    }

    internal override SortColumn<T>? Column(ReadOnlySpan<string> rest, SummaryScope? summary) => rest.IsEmpty ? new ValueColumn<T, TValue>(get) : null;

    private Func<T, bool>? Compare(FilterOperator filterOperator, TValue wanted)
    {
        var get = this.get;
        return filterOperator switch
        {
            FilterOperator.Eq => item => get(item) is { } value && EqualityComparer<TValue>.Default.Equals(value, wanted),
            FilterOperator.Gt => item => get(item) is { } value && Comparer<TValue>.Default.Compare(value, wanted) > 0,
            FilterOperator.Gte => item => get(item) is { } value && Comparer<TValue>.Default.Compare(value, wanted) >= 0,
            FilterOperator.Lt => item => get(item) is { } value && Comparer<TValue>.Default.Compare(value, wanted) < 0,
            FilterOperator.Lte => item => get(item) is { } value && Comparer<TValue>.Default.Compare(value, wanted) <= 0,
            _ => null,
        };
    }
}
