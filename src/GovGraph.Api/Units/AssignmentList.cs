using System.Collections.Immutable;
using GovGraph.Api.Filters;
using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Units;
using GovGraph.Storage.Fields;

namespace GovGraph.Api.Units;

internal static class AssignmentList
{
    /// <summary><c>assignments</c> of whatever units are assigned to: in one role, or all where no role is asked for.</summary>
    public static void Assignments<T>(this TypeBinding<T> type, Func<T, ImmutableArray<Assignment>> assignments)
        where T : notnull =>
        type.List("assignments", FieldMaps.Assignments, assignments, (parent, context) => InRole(assignments(parent), context.Argument<UnitRole?>("role")));

    private static ImmutableArray<Assignment> InRole(ImmutableArray<Assignment> assignments, UnitRole? role) =>
        role is null ? assignments : [.. assignments.Where(assignment => assignment.Role == role)];
}
