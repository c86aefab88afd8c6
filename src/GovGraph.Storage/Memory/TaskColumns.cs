using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;

namespace GovGraph.Storage.Memory;

/// <summary>What is printed about tasks, by their numbers: all tasks of a country can be counted without a look into each one's print.</summary>
internal sealed class TaskColumns
{
    private readonly ImmutableArray<Plan> plans;
    private readonly bool[] areDated;
    private readonly long[] budgets;
    private readonly Lazy<TaskValues> kinds;
    private readonly Lazy<Dictionary<string, int>> unitPlaces;
    private readonly Lazy<TaskValues>[] units;
    private readonly Lazy<TaskValues> anyUnits;

    public TaskColumns(ImmutableArray<Plan> plans, int count, MergedUnits merged)
    {
        this.plans = plans;
        (areDated, budgets) = (new bool[count], new long[count]);
        var number = 0;
        foreach (var plan in plans)
        {
            foreach (var task in plan.Tasks)
            {
                areDated[number] = !task.Deadline.Steps.IsEmpty;
                budgets[number++] = task.Budget?.Dong ?? 0;
            }
        }

        kinds = new(() => new TaskValues(plans, AddKinds));
        unitPlaces = new(() => merged.All.Select((unit, place) => (unit.Id, place)).ToDictionary(unit => unit.Id, unit => unit.place));
        units = [.. Enum.GetValues<UnitRole>().Select(role => new Lazy<TaskValues>(() => UnitsIn(role)))];
        anyUnits = new(() => UnitsIn(null));
    }

    /// <summary>Whether a deadline has a dated step.</summary>
    public bool IsDated(int number) => areDated[number];

    public long Budget(int number) => budgets[number];

    /// <summary>The kinds of each deadline.</summary>
    public TaskValues Kinds => kinds.Value;

    /// <summary>The units of each task in one role, or in any, by their places among the merged units.</summary>
    public TaskValues Units(UnitRole? role) => role is { } wanted ? units[(int)wanted].Value : anyUnits.Value;

    private TaskValues UnitsIn(UnitRole? role)
    {
        // A plan's tasks share its units, so an id is looked up once a plan.
        var places = new Dictionary<Unit, int>(ReferenceEqualityComparer.Instance);
        return new TaskValues(plans, (task, values) =>
        {
            foreach (var assignment in task.Assignments)
            {
                if (role is { } wanted && assignment.Role != wanted)
                {
                    continue;
                }

                if (!places.TryGetValue(assignment.Unit, out var place))
                {
                    places.Add(assignment.Unit, place = unitPlaces.Value[assignment.Unit.Id]);
                }

                AddOnce(values, place);
            }
        });
    }

    private static void AddKinds(PlanTask task, List<int> values)
    {
        foreach (var kind in task.Deadline.Kinds)
        {
            AddOnce(values, (int)kind);
        }
    }

    private static void AddOnce(List<int> values, int value)
    {
        if (!values.Contains(value))
        {
            values.Add(value);
        }
    }
}
