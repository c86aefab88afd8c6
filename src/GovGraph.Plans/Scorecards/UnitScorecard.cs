using System.Collections.Immutable;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;

namespace GovGraph.Plans.Scorecards;

/// <summary>What a unit has to do by the plans of a year, and how it stands with it.</summary>
/// <param name="unit">The unit.</param>
/// <param name="year">The year that the plans are for.</param>
/// <param name="asOf">The day on which deadlines are looked at.</param>
/// <param name="tasks">Its tasks of this year and of the year before.</param>
public sealed class UnitScorecard(Unit unit, int year, DateOnly asOf, ImmutableArray<PlanTask> tasks)
{
    public Unit Unit => unit;

    public int Year => year;

    public DateOnly AsOf => asOf;

    /// <summary>The tasks that it leads.</summary>
    public UnitScore AsLead => Score(UnitRole.Lead);

    /// <summary>The tasks that it helps with or carries out, whether it leads them or not.</summary>
    public UnitScore AsPartner => Score(UnitRole.Coordinating, UnitRole.Implementing);

    // The year before is looked at on the same day of that year, so that the two can be compared.
    private UnitScore Score(params ImmutableArray<UnitRole> roles) => new(
        new TaskSummary(TasksOf(year, roles), asOf),
        tasks.Any(task => task.Plan.Year == year - 1) ? new UnitScore(new TaskSummary(TasksOf(year - 1, roles), YearEarlier(asOf))) : null);

    private ImmutableArray<PlanTask> TasksOf(int wanted, ImmutableArray<UnitRole> roles) =>
    [
        .. tasks.Where(task => task.Plan.Year == wanted
            && task.Assignments.Any(assignment => assignment.Unit.Id == unit.Id && roles.Contains(assignment.Role))),
    ];

    private static DateOnly YearEarlier(DateOnly day) => day.Year == DateOnly.MinValue.Year ? DateOnly.MinValue : day.AddYears(-1);
}
