using System.Globalization;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Comparison;

/// <summary>What a deadline means, seen from the year of its plan: 'Trong năm 2021' in a plan for 2021 means the same as 'Năm 2024' in one for 2024.</summary>
internal static class DeadlineMeaning
{
    /// <summary>Equal for deadlines that mean the same; what is due is not part of it, only when.</summary>
    public static string Of(PlanTask task)
    {
        var (deadline, year) = (task.Deadline, task.Plan.Year);
        return string.Join(
            "; ",
            [
                .. deadline.Kinds.Order().Select(kind => kind.ToString()),
                .. deadline.Steps.Select(step => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(step.Start is { } start ? Day(start, year) : "")}-{Day(step.Due, year)} {step.IsExclusive}")),
                .. deadline.Recurrences.Select(rhythm => string.Create(CultureInfo.InvariantCulture, $"{rhythm.Times} in {rhythm.Period}")),
                .. deadline.Triggers.Select(trigger => string.Create(
                    CultureInfo.InvariantCulture, $"{trigger.Relation} {trigger.Amount} {trigger.Unit} {FoldedText.FoldMarks(trigger.Event)}")),
                deadline.OtherPlan is null ? "" : FoldedText.FoldMarks(deadline.OtherPlan),
            ]);
    }

    // The end of February is not the same day in every year.
    private static string Day(DateOnly day, int year) => string.Create(
        CultureInfo.InvariantCulture, $"{day.Year - year}/{day.Month}/{(day.Day == DateTime.DaysInMonth(day.Year, day.Month) ? "end" : day.Day)}");
}
