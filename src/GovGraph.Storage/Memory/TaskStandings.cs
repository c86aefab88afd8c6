using GovGraph.Plans;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Memory;

/// <summary>What tells on any day where the tasks of one version of a plan stand, side by side: they are counted without a look at each.</summary>
internal sealed class TaskStandings
{
    private const int None = -1;

    private readonly Standing[] standings;

    private TaskStandings(Plan plan) => (Plan, standings) = (plan, [.. plan.Tasks.Select(Standing.Of)]);

    public Plan Plan { get; }

    public static TaskStandings Of(Plan plan) => new(plan);

    public TaskStatus Status(int ordinal) => (TaskStatus)standings[ordinal].Status;

    public DeadlineState State(int ordinal, DateOnly asOf)
    {
        var standing = standings[ordinal];
        return standing.FirstDue == None ? DeadlineState.NoDeadline : DeadlineStates.Of(
            DateOnly.FromDayNumber(standing.FirstDue),
            DateOnly.FromDayNumber(standing.LastDue),
            (TaskStatus)standing.Status,
            standing.CompletedOn == None ? null : DateOnly.FromDayNumber(standing.CompletedOn),
            asOf);
    }

    /// <summary>The first date from the day on by which the task is due, as a day's number, while it is open; <see cref="int.MaxValue"/> where there is none.</summary>
    public int NextDue(int ordinal, DateOnly asOf)
    {
        var standing = standings[ordinal];
        var day = asOf.DayNumber;
        return !standing.IsOpen || standing.LastDue < day ? int.MaxValue
            : standing.FirstDue >= day ? standing.FirstDue
            : Plan.Tasks[ordinal].CurrentDeadline.NextDue(asOf)!.Value.DayNumber;
    }

    public bool IsFirstDueBetween(int ordinal, DateOnly from, DateOnly to) => IsBetween(standings[ordinal].FirstDue, from, to);

    public bool IsLastDueBetween(int ordinal, DateOnly from, DateOnly to) => IsBetween(standings[ordinal].LastDue, from, to);

    /// <summary>False only where no step is due from one day to another, both included.</summary>
    public bool MayBeDueBetween(int ordinal, DateOnly from, DateOnly to) =>
        standings[ordinal] is { FirstDue: not None } standing && standing.FirstDue <= to.DayNumber && standing.LastDue >= from.DayNumber;

    private static bool IsBetween(int day, DateOnly from, DateOnly to) => day != None && day >= from.DayNumber && day <= to.DayNumber;

    /// <summary>Days by their numbers.</summary>
    private readonly record struct Standing(int FirstDue, int LastDue, int CompletedOn, byte Status, bool IsOpen)
    {
        public static Standing Of(PlanTask task)
        {
            var deadline = task.CurrentDeadline;
            return new(Number(deadline.FirstDueDate), Number(deadline.DueDate), Number(task.CompletedOn), (byte)task.Status, task.IsOpen);
        }

        private static int Number(DateOnly? day) => day?.DayNumber ?? None;
    }
}
