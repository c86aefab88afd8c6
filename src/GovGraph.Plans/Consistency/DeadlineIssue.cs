using System.Collections.Immutable;
using System.Globalization;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;

namespace GovGraph.Plans.Consistency;

/// <summary>A task that was overdue when its plan was signed.</summary>
public sealed class DeadlineIssue : ConsistencyIssue
{
    private DeadlineIssue(PlanTask task, PlanDate signed, ImmutableArray<DueStep> steps)
        : base(ConsistencyIssueKind.DeadlineBeforePlan, Say(task, signed, steps), task.Code, task) => (Signed, Steps) = (signed, steps);

    /// <summary>The plan's own date.</summary>
    public PlanDate Signed { get; }

    /// <summary>The steps whose date had passed.</summary>
    public ImmutableArray<DueStep> Steps { get; }

    internal static IEnumerable<DeadlineIssue> In(Plan plan) =>
        from task in plan.Tasks
        let steps = task.Deadline.Steps.Where(step => step.Due < plan.Date?.FirstDay).ToImmutableArray()
        where !steps.IsEmpty
        select new DeadlineIssue(task, plan.Date!, steps);

    private static string Say(PlanTask task, PlanDate signed, ImmutableArray<DueStep> steps) => string.Create(
        CultureInfo.InvariantCulture,
        $"Task {task.Code} is due {string.Join(" and ", steps.Select(step => step.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))}, before the date of its plan: {signed.Text}.");
}
