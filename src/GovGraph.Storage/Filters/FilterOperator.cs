using System.Collections.Frozen;
using System.Collections.Immutable;

namespace GovGraph.Storage.Filters;

/// <summary>How a field is compared with a value. Each negation (<c>neq</c>, <c>ngt</c> …) is <see cref="Filter.Not"/> of one of these.</summary>
public enum FilterOperator
{
    Eq,
    Gt,
    Gte,
    Lt,
    Lte,
    Contains,
    StartsWith,
    EndsWith,
}

/// <summary>The operators by the names that queries use.</summary>
public static class FilterOperators
{
    private static readonly FrozenDictionary<string, FilterOperator> Positive = new Dictionary<string, FilterOperator>
    {
        ["eq"] = FilterOperator.Eq,
        ["gt"] = FilterOperator.Gt,
        ["gte"] = FilterOperator.Gte,
        ["lt"] = FilterOperator.Lt,
        ["lte"] = FilterOperator.Lte,
        ["contains"] = FilterOperator.Contains,
        ["startsWith"] = FilterOperator.StartsWith,
        ["endsWith"] = FilterOperator.EndsWith,
    }.ToFrozenDictionary();

    /// <summary>The filter for an operator by its name, such as <c>neq</c>; null where there is none of that name.</summary>
    public static Filter? Compare(string field, string operatorName, object? value) =>
        Positive.TryGetValue(operatorName, out var known) ? new Comparison(field, known, value)
        : operatorName.StartsWith('n') && Positive.TryGetValue(operatorName[1..], out var negated)
            ? Filter.Not(new Comparison(field, negated, value))
        : null;

    /// <summary>The filter for <c>in</c> or <c>nin</c>; null for another name.</summary>
    public static Filter? Compare(string field, string operatorName, ImmutableArray<object?> values) => operatorName switch
    {
        "in" => new Membership(field, values),
        "nin" => Filter.Not(new Membership(field, values)),
        _ => null,
    };

    internal static string Name(FilterOperator filterOperator) => filterOperator switch
    {
        FilterOperator.StartsWith => "startsWith",
        FilterOperator.EndsWith => "endsWith",
        _ => filterOperator.ToString().ToLowerInvariant(),
    };
}
