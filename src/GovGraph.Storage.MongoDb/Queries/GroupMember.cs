using System.Collections.Immutable;
using GovGraph.Plans.Units;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Grouping;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>A member of a group's key, and the value or the list of values that a task has for it.</summary>
internal sealed record GroupMember(string Name, Func<Scope, Mql> Value, bool IsList = false)
{
    /// <summary>The members of a key; months and quarters are <see cref="GroupPeriodStages"/>'s.</summary>
    public static ImmutableArray<GroupMember> Of(TaskGroupKey key, DateOnly asOf) => key switch
    {
        TaskGroupKey.LeadUnit => [Units(key, UnitRole.Lead)],
        TaskGroupKey.CoordinatingUnit => [Units(key, UnitRole.Coordinating)],
        TaskGroupKey.ImplementingUnit => [Units(key, UnitRole.Implementing)],
        TaskGroupKey.Unit => [Units(key, null)],
        TaskGroupKey.Plan => [new("plan", task => task.Plan!.Member("_id"))],
        TaskGroupKey.Issuer => [new("issuer", task => task.Plan!.Member("issuer.id"))],
        TaskGroupKey.Area => [new("areaPlan", task => task.Plan!.Member("_id")), new("area", AreaPlace)],
        TaskGroupKey.Component =>
        [
            new("componentPlan", task => task.Component is null ? Mql.Null : task.Plan!.Member("_id")),
            new("componentArea", task => task.Component is null ? Mql.Null : AreaPlace(task)),
            new("component", task => task.Component is { } component ? Place(task.Area!.Member("components.id"), component) : Mql.Null),
        ],
        TaskGroupKey.Program or TaskGroupKey.Level or TaskGroupKey.Year => [new(FieldName.Of(key), task => task.Plan!.Member(FieldName.Of(key)))],
        TaskGroupKey.Status => [new("status", task => task.Member("status"))],
        TaskGroupKey.DeadlineState => [new("deadlineState", task => Conditions.StateName(asOf, task))],
        TaskGroupKey.DeadlineKind => [new("deadlineKind", task => Distinct(Mql.OrEmpty(task.Member("deadline.kinds"))), IsList: true)],
        _ => [],
    };

    /// <summary>The list with each value once.</summary>
    public static Mql Distinct(Mql list) => Mql.Document(("$setUnion", Mql.List(list)));

    private static GroupMember Units(TaskGroupKey key, UnitRole? role) => new(
        FieldName.Of(key),
        task => Distinct(Mql.Call("$map", Mql.Document(
            ("input", role is { } wanted ? InRole(Mql.OrEmpty(task.Member("assignments")), wanted) : Mql.OrEmpty(task.Member("assignments"))),
            ("as", Mql.Value("assignment")),
            ("in", Mql.Path("$$assignment.unit.id"))))),
        IsList: true);

    private static Mql InRole(Mql assignments, UnitRole role) => Mql.Call("$filter", Mql.Document(
        ("input", assignments), ("as", Mql.Value("assignment")), ("cond", Mql.Call("$eq", Mql.Path("$$assignment.role"), Mql.Literal(Stored.Name(role))))));

    private static Mql AreaPlace(Scope task) => Place(task.Plan!.Member("areas.id"), task.Area!);

    private static Mql Place(Mql ids, Scope node) => Mql.Call("$indexOfArray", ids, node.Member("id"));
}
