using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage.Filters;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Memory;

/// <summary>Where the tasks of each unit stand, counted for all units in one pass over all tasks.</summary>
internal sealed class UnitFigures
{
    private static readonly int StatusCount = Enum.GetValues<TaskStatus>().Length;
    private static readonly int Width = 1 + StatusCount + Enum.GetValues<DeadlineState>().Length;

    private readonly MergedUnits units;
    private readonly int[] counts;
    private readonly int[] nextDue;
    private readonly Row[] rows;

    public UnitFigures(PlanSet plans, SummaryScope scope)
    {
        (Scope, units) = (scope, plans.Index.Units);
        counts = new int[units.All.Length * Width];
        nextDue = new int[units.All.Length];
        Array.Fill(nextDue, int.MaxValue);
        rows = [.. Enumerable.Range(0, units.All.Length).Select(place => new Row(this, place))];
        Count(plans);
    }

    public SummaryScope Scope { get; }

    public TaskFigures Of(Unit unit) => rows[units.PlaceOf(unit)];

    private void Count(PlanSet plans)
    {
        var columns = plans.Index.Columns;
        TaskValues[] involved = Scope.Roles == UnitRoles.Any ? [columns.Units(null)] : [.. Scope.Roles.Each().Select(role => columns.Units(role))];
        var number = 0;
        foreach (var plan in plans.Plans)
        {
            if (Scope.Year is { } year && plan.Year != year)
            {
                number += plan.Tasks.Length;
                continue;
            }

            var standings = plans.StandingsOf(plan);
            for (var ordinal = 0; ordinal < plan.Tasks.Length; ordinal++, number++)
            {
                var (status, state, due) = (standings.Status(ordinal), standings.State(ordinal, Scope.AsOf), standings.NextDue(ordinal, Scope.AsOf));
                for (var i = 0; i < involved.Length; i++)
                {
                    foreach (var place in involved[i].Of(number))
                    {
                        // With another of the roles it was counted already.
                        if (!IsIn(involved.AsSpan(0, i), number, place))
                        {
                            Add(place, status, state, due);
                        }
                    }
                }
            }
        }
    }

    private static bool IsIn(ReadOnlySpan<TaskValues> involved, int number, int place)
    {
        foreach (var units in involved)
        {
            if (units.Of(number).Contains(place))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(int place, TaskStatus status, DeadlineState state, int due)
    {
        var row = counts.AsSpan(place * Width, Width);
        row[0]++;
        row[1 + (int)status]++;
        row[1 + StatusCount + (int)state]++;
        nextDue[place] = Math.Min(nextDue[place], due);
    }

    private sealed class Row(UnitFigures all, int place) : TaskFigures
    {
        public override int Total => all.counts[place * Width];

        public override DateOnly? NextDue => all.nextDue[place] is < int.MaxValue and var day ? DateOnly.FromDayNumber(day) : null;

        public override int Count(TaskStatus status) => all.counts[place * Width + 1 + (int)status];

        public override int Count(DeadlineState state) => all.counts[place * Width + 1 + StatusCount + (int)state];
    }
}
