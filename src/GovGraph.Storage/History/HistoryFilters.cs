using System.Collections.Immutable;
using GovGraph.Storage.Filters;

namespace GovGraph.Storage.History;

/// <summary>What stores do with a filter on what has happened.</summary>
internal static class HistoryFilters
{
    /// <summary>The only plan that the filter can match; null where it can match several.</summary>
    public static string? PlanOf(Filter? filter) => filter switch
    {
        AllOf all => all.Filters.Select(PlanOf).FirstOrDefault(plan => plan is not null),
        Comparison { Field: "plan", Operator: FilterOperator.Eq, Value: string id } => id,
        _ => null,
    };

    /// <summary>All that must match: what is asked, what it is asked of, and up to which version; null for everything.</summary>
    public static Filter? Of(Filter? asked, Filter? within, long? upToVersion)
    {
        Filter?[] all = [asked, within, upToVersion is { } last ? new Comparison("planVersion", FilterOperator.Lte, last) : null];
        ImmutableArray<Filter> parts = [.. all.OfType<Filter>()];
        return parts is [var only] ? only : parts.IsEmpty ? null : Filter.And(parts);
    }
}
