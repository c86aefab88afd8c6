using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage.Filters;

namespace GovGraph.Storage.Fields;

/// <summary>Whether a unit takes part in a task.</summary>
public sealed class InvolvesField : Field<PlanTask>
{
    internal InvolvesField()
        : base(Involvement.Name, "assignments")
    {
    }

    public override FieldKind Kind => FieldKind.Involvement;

    internal override Func<PlanTask, bool> Compile(FieldFilter filter)
    {
        var (unit, roles) = filter is Involvement { Unit: var wanted, Roles: var named } ? (wanted, named) : throw Unsupported(filter);
        var key = UnitName.Key(unit);
        return task =>
        {
            foreach (var assignment in task.Assignments)
            {
                if ((roles.IsEmpty || roles.Contains(assignment.Role)) && (assignment.Unit.Id == unit || assignment.Unit.Keys.Contains(key)))
                {
                    return true;
                }
            }

            return false;
        };
    }
}
