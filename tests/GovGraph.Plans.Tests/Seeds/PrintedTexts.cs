using GovGraph.Plans.Areas;
using GovGraph.Plans.Tasks;

namespace GovGraph.Plans.Tests.Seeds;

/// <summary>All that a plan says is printed, each text once, with the line at which its row begins.</summary>
internal static class PrintedTexts
{
    public static IEnumerable<(string Text, int? Line)> Of(Plan plan)
    {
        IEnumerable<string?> body =
        [
            plan.Title, plan.Number, plan.Date?.Text, plan.Place, plan.Signatory?.Authority, plan.Signatory?.Position, plan.Signatory?.Name,
            .. plan.Recipients, .. plan.Preamble, .. plan.Sections.SelectMany(Of), .. plan.Closing,
            plan.Annex?.Title, plan.Annex?.IssuedWith, .. plan.Annex?.Columns ?? [], plan.Budget?.Text,
        ];
        return [.. body.OfType<string>().Select(text => (text, (int?)null)), .. plan.Areas.SelectMany(Of)];
    }

    private static IEnumerable<string?> Of(Section section) => [section.Code, section.Title, .. section.Text, .. section.Sections.SelectMany(Of)];

    private static IEnumerable<(string, int?)> Of(Area area) =>
    [
        .. Row(null, area.Label, area.Title, area.Budget?.Text),
        .. area.Groups.SelectMany(Of),
        .. area.Tasks.SelectMany(Of),
        .. area.Components.SelectMany(Of),
        .. area.Indicators.SelectMany(indicator => indicator.Heading.Select(heading => (heading, (int?)null))).Distinct(),
        .. area.Indicators.SelectMany(indicator => Row(
            indicator.Line,
            indicator.Label,
            indicator.Title,
            indicator.Unit,
            indicator.Title.Contains(indicator.Target.Text, StringComparison.Ordinal) ? null : indicator.Target.Text,
            indicator.Cells.Lead,
            indicator.Cells.Coordinating,
            indicator.Cells.Evaluator)),
    ];

    private static IEnumerable<(string, int?)> Of(Component component)
    {
        // A row that is both component and task stands in the plan twice and in the source once.
        var isItsTask = component.Tasks is [{ } task] && task.Heading == component.Title && task.Label == component.Label;
        return
        [
            .. isItsTask ? [] : Row(null, component.Label, component.Title, component.Budget?.Text),
            .. component.Groups.SelectMany(Of),
            .. component.Tasks.SelectMany(Of),
        ];
    }

    private static IEnumerable<(string, int?)> Of(TaskGroup group) => Row(null, group.Label, group.Title, group.Budget?.Text);

    private static IEnumerable<(string, int?)> Of(PlanTask task) => Row(
        task.Line,
        [
            task.Label, task.Heading, .. task.Items, task.Target, task.ExpectedResult,
            task.Cells.Lead, task.Cells.Coordinating, task.Cells.Implementing, task.Deadline.Text, task.Budget?.Text, task.Note,
        ]);

    private static IEnumerable<(string, int?)> Row(int? line, params IEnumerable<string?> cells) =>
        cells.OfType<string>().SelectMany(cell => cell.Split('\n')).Select(text => (text, line));
}
