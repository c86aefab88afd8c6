using GovGraph.Plans;
using GovGraph.Plans.Units;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of a unit.</summary>
internal static class UnitFields
{
    public static FieldMap<Unit> Map { get; } = new(
        "Unit",
        new IdField<Unit>("id", unit => unit.Id),
        new TextField<Unit>("name", unit => unit.Name),
        new ObjectField<Unit, Issuer>("issuer", unit => unit.Issuer, () => IssuerFields.Map));
}
