using System.Collections.Immutable;
using System.Text;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Units;
using GovGraph.Storage.Fields;

namespace GovGraph.Storage.Filters;

/// <summary>A condition as a value. A field map gives its names their meaning; two filters are equal when they print the same.</summary>
public abstract class Filter : IEquatable<Filter>
{
    private protected Filter()
    {
    }

    /// <summary>Matches everything where there is no part.</summary>
    public static Filter And(params ImmutableArray<Filter> filters) => new AllOf(filters);

    /// <summary>Matches nothing where there is no part.</summary>
    public static Filter Or(params ImmutableArray<Filter> filters) => new AnyOf(filters);

    public static Filter Not(Filter filter) => new Negation(filter);

    public static Filter Eq(string field, object? value) => new Comparison(field, FilterOperator.Eq, value);

    public static Filter In(string field, params ImmutableArray<object?> values) => new Membership(field, values);

    /// <summary>An object, a list or a value is there: not null, not empty.</summary>
    public static Filter Exists(string field, bool wanted = true) => new Existence(field, wanted);

    /// <summary>The object of this field is there and matches.</summary>
    public static Filter Object(string field, Filter filter) => new ObjectFilter(field, filter);

    public static Filter Some(string field, Filter filter) => new ListFilter(field, ListQuantifier.Some, filter);

    /// <summary>Every item matches; an empty list does too.</summary>
    public static Filter All(string field, Filter filter) => new ListFilter(field, ListQuantifier.All, filter);

    /// <summary>No item matches; an empty list has none.</summary>
    public static Filter None(string field, Filter filter) => new ListFilter(field, ListQuantifier.None, filter);

    /// <summary>The number of items that match, as <see cref="FieldFilter.Itself"/>, is one that matches.</summary>
    public static Filter Count(string field, Filter items, Filter number) => new CountFilter(field, items, number);

    /// <summary>The list has an item, or has none.</summary>
    public static Filter Any(string field, bool wanted = true) => new Existence(field, wanted);

    public static Filter Involves(string unit, params ImmutableArray<UnitRole> roles) => new Involvement(unit, roles);

    /// <summary>The unit takes part, or one that stands under it.</summary>
    public static Filter InvolvesUnder(string unit, params ImmutableArray<UnitRole> roles) => new Involvement(unit, roles, includesUnder: true);

    public static Filter StateOn(DateOnly asOf, params ImmutableArray<DeadlineState> states) => new StateOnDay(asOf, states);

    /// <summary>A figure of the summary on a day, such as <c>openOverdue</c>, matches a filter on the field of that name.</summary>
    public static Filter Summary(SummaryScope scope, string figure, Filter value) => new SummaryOnDay(scope, figure, value);

    /// <summary>The predicate for items of this map. Names and types that the map does not know are an <see cref="ArgumentException"/>.</summary>
    public Func<T, bool> Compile<T>(FieldMap<T> map) => FilterCompiler.Compile(this, map);

    public bool Equals(Filter? other) => other is not null && (ReferenceEquals(this, other) || ToString() == other.ToString());

    public override bool Equals(object? obj) => Equals(obj as Filter);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>One text for one meaning: <c>and(year eq 2024, issuer(id eq "thuong-lo"))</c>.</summary>
    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Print(text);
        return text.ToString();
    }

    internal abstract void Print(StringBuilder text);
}
