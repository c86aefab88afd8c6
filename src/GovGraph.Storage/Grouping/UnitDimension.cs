using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;

namespace GovGraph.Storage.Grouping;

/// <summary>The units of a task in one role, or in any; those of one body with the same id are one.</summary>
internal sealed class UnitDimension(Func<string, Unit?> merged, UnitRole? role, Func<GroupedTasksKey, Unit, GroupedTasksKey> put) : Dimension
{
    // A plan's tasks share its units, so an id is looked up once a plan.
    private readonly Dictionary<Unit, int> byUnit = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> byId = [];
    private readonly List<Unit> units = [];

    public override void Add(PlanTask task, DeadlineState state, List<int> values)
    {
        foreach (var assignment in task.Assignments)
        {
            if (role is not { } wanted || assignment.Role == wanted)
            {
                var number = byUnit.TryGetValue(assignment.Unit, out var known) ? known : Number(assignment.Unit);
                if (!values.Contains(number))
                {
                    values.Add(number);
                }
            }
        }

        if (values.Count == 0)
        {
            values.Add(None);
        }
    }

    public override GroupedTasksKey Put(GroupedTasksKey key, int value) => value == None ? key : put(key, units[value]);

    private int Number(Unit unit)
    {
        if (!byId.TryGetValue(unit.Id, out var number))
        {
            byId.Add(unit.Id, number = units.Count);
            units.Add(merged(unit.Id) ?? unit);
        }

        byUnit.Add(unit, number);
        return number;
    }
}
