using GovGraph.Plans.Units;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of an assignment.</summary>
internal static class AssignmentFields
{
    public static FieldMap<Assignment> Map { get; } = new(
        "Assignment",
        new ValueField<Assignment, UnitRole>("role", assignment => assignment.Role),
        new ObjectField<Assignment, Unit>("unit", assignment => assignment.Unit, () => UnitFields.Map),
        new TextField<Assignment>("printed", assignment => assignment.Printed),
        new TextField<Assignment>("qualifier", assignment => assignment.Qualifier))
    {
        Key = assignment => assignment.Id,
    };
}
