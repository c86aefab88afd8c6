using GovGraph.Api.Filters;
using GovGraph.Api.History;
using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Units;
using GovGraph.Storage.Fields;

namespace GovGraph.Api.Units;

internal static class UnitFields
{
    public static void Bind(TypeBinding<Unit> units)
    {
        units.Field("id", unit => unit.Id);
        units.Field("name", unit => unit.Name);
        units.Field("aliases", unit => unit.Aliases);
        units.Field("issuer", unit => unit.Issuer);
        units.FieldAsync("tasks", UnitTasks.Find);
        units.FieldAsync("summary", UnitTasks.Summary);
        units.History();
        units.Field("under", unit => unit.Under);
        units.List("units", FieldMaps.Units, unit => unit.Units);
    }

    public static void BindAssignment(TypeBinding<Assignment> assignments)
    {
        assignments.Field("id", assignment => assignment.Id);
        assignments.Field("unit", assignment => assignment.Unit);
        assignments.Field("role", assignment => assignment.Role);
        assignments.Field("printed", assignment => assignment.Printed);
        assignments.Field("qualifier", assignment => assignment.Qualifier);
    }
}
