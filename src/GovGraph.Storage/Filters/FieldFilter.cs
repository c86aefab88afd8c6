using System.Collections.Immutable;
using System.Text;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Units;
using GovGraph.Storage.Fields;

namespace GovGraph.Storage.Filters;

/// <summary>A condition on one field.</summary>
public abstract class FieldFilter : Filter
{
    /// <summary>The name that stands for the item itself in a list of plain values.</summary>
    public const string Itself = "";

    private protected FieldFilter(string field) => Field = field;

    /// <summary>The field's name in its map.</summary>
    public string Field { get; }
}

/// <summary>A field compared with a value. Null equals null only; no other operator matches a null on either side.</summary>
public sealed class Comparison(string field, FilterOperator filterOperator, object? value) : FieldFilter(field)
{
    public FilterOperator Operator => filterOperator;

    public object? Value => value;

    internal override void Print(StringBuilder text)
    {
        text.Append(Field).Append(' ').Append(FilterOperators.Name(filterOperator)).Append(' ');
        FilterText.PrintValue(text, value);
    }
}

/// <summary>A field equals one of the values, of which one may be null.</summary>
public sealed class Membership(string field, ImmutableArray<object?> values) : FieldFilter(field)
{
    public ImmutableArray<object?> Values => values;

    internal override void Print(StringBuilder text)
    {
        text.Append(Field).Append(" in ");
        FilterText.PrintValues(text, values);
    }
}

/// <summary>A field is there (not null, not an empty list), or is not.</summary>
public sealed class Existence(string field, bool wanted) : FieldFilter(field)
{
    public bool Wanted => wanted;

    internal override void Print(StringBuilder text) => text.Append(Field).Append(wanted ? " exists" : " absent");
}

/// <summary>An object is there and matches the inner filter.</summary>
public sealed class ObjectFilter(string field, Filter filter) : FieldFilter(field)
{
    public Filter Inner => filter;

    internal override void Print(StringBuilder text) => FilterText.PrintParts(text, Field, [filter]);
}

/// <summary>Some, all or none of a list's items match the inner filter.</summary>
public sealed class ListFilter(string field, ListQuantifier quantifier, Filter filter) : FieldFilter(field)
{
    public ListQuantifier Quantifier => quantifier;

    public Filter Inner => filter;

    internal override void Print(StringBuilder text) =>
        FilterText.PrintParts(text, $"{Field} {quantifier.ToString().ToLowerInvariant()} ", [filter]);
}

/// <summary>The number of a list's items that match is itself matched; it goes by the name <see cref="FieldFilter.Itself"/>.</summary>
public sealed class CountFilter(string field, Filter items, Filter number) : FieldFilter(field)
{
    public Filter Items => items;

    public Filter Number => number;

    /// <summary>Whether it needs an item that matches.</summary>
    public bool NeedsSome => !number.Compile(CountFields.Map)(0);

    internal override void Print(StringBuilder text) => FilterText.PrintParts(text, $"{Field} count ", [items, number]);
}

/// <summary>How many items of a list must match.</summary>
public enum ListQuantifier
{
    Some,
    All,
    None,
}

/// <summary>A unit, by its name, an alias or its id, or one that stands under it, takes part in one of the roles; in any role where none is named.</summary>
public sealed class Involvement(string unit, ImmutableArray<UnitRole> roles, bool includesUnder = false) : FieldFilter(Name)
{
    internal const string Name = "involves";

    public string Unit => unit;

    public ImmutableArray<UnitRole> Roles => roles;

    public bool IncludesUnder => includesUnder;

    internal override void Print(StringBuilder text)
    {
        text.Append(Field).Append(' ');
        FilterText.PrintValue(text, unit);
        FilterText.PrintValues(text, [.. roles.Select(role => (object?)role)]);
        text.Append(includesUnder ? " or under it" : "");
    }
}

/// <summary>The deadline's state on a day is one of these.</summary>
public sealed class StateOnDay(DateOnly asOf, ImmutableArray<DeadlineState> states) : FieldFilter(Name)
{
    internal const string Name = "deadlineState";

    public DateOnly AsOf => asOf;

    public ImmutableArray<DeadlineState> States => states;

    internal override void Print(StringBuilder text)
    {
        text.Append(Field).Append(" on ");
        FilterText.PrintValue(text, asOf);
        FilterText.PrintValues(text, [.. states.Select(state => (object?)state)]);
    }
}
