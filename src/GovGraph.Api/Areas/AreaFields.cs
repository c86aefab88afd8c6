using GovGraph.Api.Filters;
using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Areas;
using GovGraph.Storage.Fields;

namespace GovGraph.Api.Areas;

internal static class AreaFields
{
    public static void Bind(TypeBinding<Area> areas)
    {
        areas.Field("id", area => area.Id);
        areas.Field("code", area => area.Code);
        areas.Field("label", area => area.Label);
        areas.Field("title", area => area.Title);
        areas.Field("budget", area => area.Budget);
        areas.Field("plan", area => area.Plan);
        areas.Field("components", (area, context) => NestedList.Of(FieldMaps.Components, area.Components, context));
        areas.Field("groups", area => area.Groups);
        areas.Field("tasks", (area, context) => NestedList.Of(FieldMaps.Tasks, area.AllTasks, context));
        areas.Field("indicators", area => area.Indicators);
        areas.Field("damage", area => area.Damage);
    }
}
