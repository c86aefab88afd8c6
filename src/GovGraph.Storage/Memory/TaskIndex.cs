using System.Collections.Frozen;
using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Units;

namespace GovGraph.Storage.Memory;

/// <summary>Where to look for tasks. It knows them by number, counted through all plans in the default order, so it outlives their changes.</summary>
internal sealed class TaskIndex
{
    private readonly int[] planOfTask;
    private readonly int[] firstOfPlan;
    private readonly int[] all;
    private readonly FrozenDictionary<(string Key, UnitRole? Role), int[]> byUnit;
    private readonly FrozenDictionary<(string Key, UnitRole? Role), int[]> byUnitAbove;
    private readonly Lazy<TextIndex> texts;
    private readonly Lazy<TaskColumns> columns;

    public TaskIndex(ImmutableArray<Plan> plans)
    {
        Units = MergedUnits.Of(plans);
        firstOfPlan = new int[plans.Length + 1];
        var units = new Dictionary<(string Key, UnitRole? Role), List<int>>();
        var above = new Dictionary<(string Key, UnitRole? Role), List<int>>();
        var planNumbers = new List<int>();
        for (var slot = 0; slot < plans.Length; slot++)
        {
            firstOfPlan[slot] = planNumbers.Count;
            var keys = new Dictionary<Unit, string[]>(ReferenceEqualityComparer.Instance);
            foreach (var task in plans[slot].Tasks)
            {
                foreach (var assignment in task.Assignments)
                {
                    if (!keys.TryGetValue(assignment.Unit, out var names))
                    {
                        keys.Add(assignment.Unit, names = [assignment.Unit.Id, .. assignment.Unit.Keys]);
                    }

                    Add(units, names, assignment.Role, planNumbers.Count);
                    for (var unit = assignment.Unit.Under; unit is not null; unit = unit.Under)
                    {
                        Add(above, [unit.Id, .. unit.Keys], assignment.Role, planNumbers.Count);
                    }
                }

                planNumbers.Add(slot);
            }
        }

        firstOfPlan[^1] = planNumbers.Count;
        planOfTask = [.. planNumbers];
        all = [.. Enumerable.Range(0, planOfTask.Length)];
        byUnit = units.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());
        byUnitAbove = above.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());
        texts = new Lazy<TextIndex>(() => new TextIndex(plans));
        columns = new Lazy<TaskColumns>(() => new TaskColumns(plans, TaskCount, Units));
        DueDates = new DateIndex(plans, steps => steps.IsEmpty ? steps : steps[^1..]);
        FirstDueDates = new DateIndex(plans, steps => steps.IsEmpty ? steps : steps[..1]);
        StepDates = new DateIndex(plans, steps => steps);
    }

    public int TaskCount => planOfTask.Length;

    public DateIndex DueDates { get; }

    public DateIndex FirstDueDates { get; }

    public DateIndex StepDates { get; }

    public MergedUnits Units { get; }

    /// <summary>Made when tasks are counted for the first time.</summary>
    public TaskColumns Columns => columns.Value;

    /// <summary>Made when a text is searched for the first time.</summary>
    public TextIndex Texts => texts.Value;

    /// <summary>The numbers of a plan's tasks.</summary>
    public ReadOnlyMemory<int> TasksOf(int slot) => all.AsMemory(firstOfPlan[slot]..firstOfPlan[slot + 1]);

    public int Number(int slot, int ordinal) => firstOfPlan[slot] + ordinal;

    /// <summary>A task's plan and its place there.</summary>
    public (int Slot, int Ordinal) Place(int number) => (planOfTask[number], number - firstOfPlan[planOfTask[number]]);

    /// <summary>The tasks in which a unit takes part in one of the roles, or in any where none is named; by the unit's id or by the key of one of its names.</summary>
    public IEnumerable<ReadOnlyMemory<int>> ByUnit(string key, ImmutableArray<UnitRole> roles) => Find(byUnit, key, roles);

    /// <summary>The same for the units that stand under it.</summary>
    public IEnumerable<ReadOnlyMemory<int>> ByUnitAbove(string key, ImmutableArray<UnitRole> roles) => Find(byUnitAbove, key, roles);

    private static IEnumerable<ReadOnlyMemory<int>> Find(
        FrozenDictionary<(string Key, UnitRole? Role), int[]> tasks, string key, ImmutableArray<UnitRole> roles) => roles.IsEmpty
        ? [tasks.GetValueOrDefault((key, null))]
        : roles.Select(role => (ReadOnlyMemory<int>)tasks.GetValueOrDefault((key, role)));

    private static void Add(Dictionary<(string Key, UnitRole? Role), List<int>> units, string[] names, UnitRole role, int task)
    {
        foreach (var name in names)
        {
            Add(units, (name, null), task);
            Add(units, (name, role), task);
        }
    }

    private static void Add(Dictionary<(string Key, UnitRole? Role), List<int>> units, (string Key, UnitRole? Role) key, int task)
    {
        if (!units.TryGetValue(key, out var tasks))
        {
            units.Add(key, tasks = []);
        }

        if (tasks.Count == 0 || tasks[^1] != task)
        {
            tasks.Add(task);
        }
    }
}
