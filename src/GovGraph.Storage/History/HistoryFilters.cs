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

    public static Filter? UpTo(Filter? filter, long? version) => (filter, version) switch
    {
        (_, null) => filter,
        (null, { } last) => Before(last),
        ({ } asked, { } last) => Filter.And(asked, Before(last)),
    };

    private static Comparison Before(long version) => new("planVersion", FilterOperator.Lte, version);
}
