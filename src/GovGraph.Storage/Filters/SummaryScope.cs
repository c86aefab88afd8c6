using GovGraph.Plans.Units;

namespace GovGraph.Storage.Filters;

/// <summary>What a summary looks at: a day; and of a unit's tasks those in which it has one of the roles, in the plans for one year.</summary>
/// <param name="AsOf">The day on which deadlines are looked at.</param>
/// <param name="Roles">Of a unit only.</param>
/// <param name="Year">Of a unit only; all years where it is null.</param>
public readonly record struct SummaryScope(DateOnly AsOf, UnitRoles Roles = UnitRoles.Any, int? Year = null)
{
    public static implicit operator SummaryScope(DateOnly asOf) => new(asOf);
}

/// <summary>Some of a unit's roles; where none is named, any will do.</summary>
[Flags]
public enum UnitRoles
{
    Any = 0,
    Lead = 1 << UnitRole.Lead,
    Coordinating = 1 << UnitRole.Coordinating,
    Implementing = 1 << UnitRole.Implementing,
    Evaluator = 1 << UnitRole.Evaluator,
}

/// <summary>The roles one by one.</summary>
public static class UnitRoleList
{
    public static UnitRoles Of(IEnumerable<UnitRole> roles) => roles.Aggregate(UnitRoles.Any, (all, role) => all | (UnitRoles)(1 << (int)role));

    public static IEnumerable<UnitRole> Each(this UnitRoles roles) => Enum.GetValues<UnitRole>().Where(role => roles.HasFlag((UnitRoles)(1 << (int)role)));
}
