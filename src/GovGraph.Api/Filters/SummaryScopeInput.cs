using GovGraph.Plans.Units;
using GovGraph.Storage.Filters;

namespace GovGraph.Api.Filters;

/// <summary>What a summary looks at, beside the figures in its input; what is left out is as around it.</summary>
internal static class SummaryScopeInput
{
    public static bool IsPart(string name) => name is "asOf" or "role" or "year";

    public static SummaryScope Read(IReadOnlyDictionary<string, object?> input, SummaryScope outer) => new(
        input.GetValueOrDefault("asOf") as DateOnly? ?? outer.AsOf,
        input.GetValueOrDefault("role") is IReadOnlyList<object?> roles ? UnitRoleList.Of(roles.Cast<UnitRole>()) : outer.Roles,
        input.GetValueOrDefault("year") as int? ?? outer.Year);
}
