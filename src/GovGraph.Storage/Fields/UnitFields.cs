using System.Diagnostics;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage.Filters;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of a unit.</summary>
internal static class UnitFields
{
    private static readonly Field<Unit>[] Printed =
    [
        new IdField<Unit>("id", unit => unit.Id),
        new TextField<Unit>("name", unit => unit.Name),
        new ObjectField<Unit, Issuer>("issuer", unit => unit.Issuer, () => IssuerFields.Map),
    ];

    /// <summary>Of a unit as one plan names it.</summary>
    public static FieldMap<Unit> Map { get; } = new("Unit", [.. Printed]);

    /// <summary>Of a unit of all plans, as it is asked for; a store has the figures.</summary>
    public static FieldMap<Unit> OfAllPlans { get; } = With(_ => throw new UnreachableException());

    /// <summary>The same with the figures of the tasks that a unit takes part in.</summary>
    public static FieldMap<Unit> With(Func<SummaryScope, Func<Unit, TaskFigures>> figures) => new("Unit", [.. Printed, new SummaryField<Unit>(figures)]);
}
