namespace GovGraph.Plans.Deadlines;

/// <summary>When a recurring duty is due in a year: at the end of each period of its rhythms, and on the dates of its milestones.</summary>
/// <remarks>
/// A week belongs to the year that its Sunday is in. A rhythm without a printed period has no occurrences.
/// Rhythms of one period in one cell share its ordinals, so that a period and an ordinal name one occurrence.
/// </remarks>
internal static class Occurrences
{
    private const int DaysOfWeek = 7;

    /// <summary>Whether there are any in any year.</summary>
    public static bool AreIn(Deadline deadline) => !deadline.Recurrences.IsEmpty || HasMilestones(deadline);

    /// <summary>Those that are due from one day to another within a year, in no order.</summary>
    public static IEnumerable<Occurrence> Of(Deadline deadline, int year, DateOnly from, DateOnly to)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        (first, last) = (from > first ? from : first, to < last ? to : last);
        return first > last ? [] : Rhythms(deadline, first, last).Concat(Milestones(deadline, first, last));
    }

    private static IEnumerable<Occurrence> Rhythms(Deadline deadline, DateOnly first, DateOnly last)
    {
        for (var i = 0; i < deadline.Recurrences.Length; i++)
        {
            var recurrence = deadline.Recurrences[i];
            var before = deadline.Recurrences.Take(i).Where(other => other.Period == recurrence.Period).Sum(other => other.Times);
            var dated = DatedYear(deadline);
            for (var period = PeriodOf(recurrence.Period, first); period is { } present && present.From <= last; period = PeriodOf(recurrence.Period, present.To.AddDays(1)))
            {
                var (due, isExclusive) = dated is { } step ? (step.Due, step.IsExclusive) : (present.To, false);
                if (due < first || due > last || !Occurs(recurrence, present))
                {
                    continue;
                }

                for (var ordinal = 1; ordinal <= recurrence.Times; ordinal++)
                {
                    yield return new Occurrence(present, before + ordinal, due) { Recurrence = recurrence, IsExclusive = isExclusive };
                }
            }
        }
    }

    private static IEnumerable<Occurrence> Milestones(Deadline deadline, DateOnly first, DateOnly last)
    {
        for (var i = 0; HasMilestones(deadline) && i < deadline.Steps.Length; i++)
        {
            var step = deadline.Steps[i];
            if (step.Due >= first && step.Due <= last)
            {
                var ordinal = 1 + deadline.Steps.Take(i).Count(other => other.Due == step.Due);
                yield return new Occurrence(new Period(step.Due, step.Due), ordinal, step.Due) { Label = step.Label, IsExclusive = step.IsExclusive };
            }
        }
    }

    /// <summary>The period that a day lies in; null where the rhythm has none.</summary>
    private static Period? PeriodOf(RecurrencePeriod period, DateOnly day) => period switch
    {
        RecurrencePeriod.Day => new Period(day, day),
        RecurrencePeriod.Week => WeekOf(day),
        RecurrencePeriod.Month => Period.Month(day.Year, day.Month),
        RecurrencePeriod.Quarter => Period.Quarter(day.Year, (day.Month + 2) / 3),
        RecurrencePeriod.HalfYear => Period.HalfYear(day.Year, (day.Month + 5) / 6),
        RecurrencePeriod.Year => Period.Year(day.Year),
        _ => null,
    };

    // From Monday to Sunday, as Vietnam's offices count.
    private static Period WeekOf(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek));
        return new Period(monday, monday.AddDays(DaysOfWeek - 1));
    }

    // "Hàng quý, 06 tháng, năm": beside the year, the half-year is the first one only.
    private static bool Occurs(Recurrence recurrence, Period period) =>
        recurrence.Period != RecurrencePeriod.HalfYear || recurrence.TimesPerYear != recurrence.Times || period.From.Month == 1;

    // "Hằng năm, trước ngày 15/12": the one date is that of the one rhythm.
    private static DueStep? DatedYear(Deadline deadline) =>
        deadline is { Recurrences: [{ Period: RecurrencePeriod.Year, Times: 1 }], Steps: [var step] } ? step : null;

    private static bool HasMilestones(Deadline deadline) => deadline.Kinds.Contains(DeadlineKind.Milestones);
}
