using GovGraph.Api.Filters;
using GovGraph.Api.History;
using GovGraph.Api.Tasks;
using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Areas;
using GovGraph.Storage.Fields;

namespace GovGraph.Api.Components;

internal static class TaskGroupFields
{
    public static void Bind(TypeBinding<TaskGroup> groups)
    {
        groups.Field("id", group => group.Id);
        groups.Field("code", group => group.Code);
        groups.Field("label", group => group.Label);
        groups.Field("title", group => group.Title);
        groups.Field("budget", group => group.Budget);
        groups.Field("budgetTotal", group => group.BudgetTotal);
        groups.Field("plan", group => group.Area.Plan);
        groups.Field("area", group => group.Area);
        groups.Field("component", group => group.Component);
        groups.List("tasks", FieldMaps.Tasks, group => group.Tasks);
        groups.DueSteps(group => group.Tasks);
        groups.Summary(group => group.Tasks);
        groups.Field("damage", group => group.Damage);
        groups.History(group => group.Plan, group => group.Tasks);
    }
}
