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
        var asked = filter as Involvement ?? throw Unsupported(filter);
        var (unit, roles, includesUnder) = (asked.Unit, asked.Roles, asked.IncludesUnder);
        var key = UnitName.Key(unit);
        return task =>
        {
            foreach (var assignment in task.Assignments)
            {
                if ((roles.IsEmpty || roles.Contains(assignment.Role)) && (IsAsked(assignment.Unit) || (includesUnder && IsUnder(assignment.Unit))))
                {
                    return true;
                }
            }

            return false;
        };

        bool IsAsked(Unit found) => found.Id == unit || found.Keys.Contains(key);

        bool IsUnder(Unit found)
        {
            for (var above = found.Under; above is not null; above = above.Under)
            {
                if (IsAsked(above))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
