using System.Collections.Frozen;
using System.Globalization;
using GovGraph.Plans.Deadlines;

namespace GovGraph.Server;

/// <summary>How the days are counted that a plan gives after an event.</summary>
internal sealed class DeadlineSettings
{
    /// <summary>Whether plain days (ngày) are calendar days or working days.</summary>
    public DayKind Days { get; init; } = DayKind.Calendar;

    /// <summary>Days off beside Saturdays and Sundays: <c>2024-04-30</c>.</summary>
    public string[] Holidays { get; init; } = [];

    public DayCount DayCount => new(Days == DayKind.Working, Holidays.Select(Read).OfType<DateOnly>().ToFrozenSet());

    /// <exception cref="StartException">A holiday is no day.</exception>
    public void Check()
    {
        if (Holidays.FirstOrDefault(holiday => Read(holiday) is null) is { } wrong)
        {
            throw new StartException($"the setting GovGraph__Deadlines__Holidays must hold days such as 2024-04-30, but '{wrong}' is none.");
        }
    }

    private static DateOnly? Read(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
}

/// <summary>What a day is counted as.</summary>
internal enum DayKind
{
    Calendar,
    Working,
}
