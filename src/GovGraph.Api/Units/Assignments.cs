using System.Collections.Immutable;
using GovGraph.Plans.Units;

namespace GovGraph.Api.Units;

internal static class Assignments
{
    /// <summary>Those in one role, or all where no role is asked for.</summary>
    public static ImmutableArray<Assignment> InRole(this ImmutableArray<Assignment> assignments, UnitRole? role) =>
        role is null ? assignments : [.. assignments.Where(assignment => assignment.Role == role)];
}
