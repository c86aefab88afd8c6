using System.Globalization;
using GovGraph.Plans.Deadlines;

namespace GovGraph.Plans.Tests.Deadlines;

/// <summary>A deadline's meaning in one line, so that a test reads like a table.</summary>
internal static class DeadlineSummary
{
    public static string Of(Deadline deadline)
    {
        IEnumerable<string> parts =
        [
            string.Join("+", deadline.Kinds),
            .. deadline.Steps.Select(Of),
            .. deadline.Recurrences.Select(Of),
            .. deadline.Triggers.Select(Of),
            .. deadline.OtherPlan is { } plan ? [$"as in {plan}"] : Array.Empty<string>(),
            .. deadline is { Steps: [], WindowStart: { } start, WindowEnd: { } end } ? [$"through {Day(start)}..{Day(end)}"] : Array.Empty<string>(),
        ];
        return string.Join(" | ", parts);
    }

    private static string Of(DueStep step) =>
        $"{(step.Label is null ? "" : step.Label + ": ")}{(step.IsExclusive ? "<" : "")}{(step.Start is { } start ? Day(start) + ".." : "")}{Day(step.Due)}";

    private static string Of(Recurrence recurrence) =>
        $"{recurrence.Period}{(recurrence.Times == 1 ? "" : $"×{recurrence.Times}")}{(recurrence.TimesPerYear is { } times ? $" {times}/year" : "")}";

    private static string Of(DeadlineTrigger trigger) =>
        $"{(trigger.Label is null ? "" : trigger.Label + ": ")}{(trigger.Amount is { } amount ? $"{amount} {trigger.Unit} " : "")}{trigger.Relation}({trigger.Event})";

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
