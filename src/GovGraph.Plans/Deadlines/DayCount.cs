using System.Collections.Frozen;

namespace GovGraph.Plans.Deadlines;

/// <summary>How a span of days is counted: calendar days, or working days where an office takes them so.</summary>
/// <param name="AreDaysWorkingDays">Whether plain days (ngày) are counted as working days.</param>
/// <param name="Holidays">Days off beside Saturdays and Sundays.</param>
public sealed record DayCount(bool AreDaysWorkingDays, FrozenSet<DateOnly> Holidays)
{
    public static DayCount Calendar { get; } = new(false, FrozenSet<DateOnly>.Empty);

    /// <summary>The last day of a span that begins the day after an event, that day included.</summary>
    public DateOnly After(DateOnly day, int amount, DurationUnit unit) => Move(day, amount, unit, 1);

    /// <summary>The day that lies a span before an event.</summary>
    public DateOnly Before(DateOnly day, int amount, DurationUnit unit) => Move(day, amount, unit, -1);

    private DateOnly Move(DateOnly day, int amount, DurationUnit unit, int direction) => unit switch
    {
        DurationUnit.Month => day.AddMonths(direction * amount),
        DurationUnit.Week => day.AddDays(direction * 7 * amount),
        DurationUnit.Day when !AreDaysWorkingDays => day.AddDays(direction * amount),
        _ => MoveWorking(day, amount, direction),
    };

    private DateOnly MoveWorking(DateOnly day, int amount, int direction)
    {
        while (amount > 0)
        {
            day = day.AddDays(direction);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day))
            {
                amount--;
            }
        }

        return day;
    }
}
