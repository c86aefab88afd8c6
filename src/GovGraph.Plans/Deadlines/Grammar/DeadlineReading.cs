using System.Collections.Immutable;

namespace GovGraph.Plans.Deadlines.Grammar;

/// <summary>What has been read of a deadline so far.</summary>
internal sealed class DeadlineReading(int planYear)
{
    private readonly List<DeadlineKind> kinds = [];
    private readonly List<DueStep> steps = [];
    private readonly List<Recurrence> recurrences = [];
    private readonly List<DeadlineTrigger> triggers = [];
    private string? otherPlan;
    private (DateOnly Start, DateOnly End)? window;

    /// <summary>The year that holds where none is printed.</summary>
    public int PlanYear => planYear;

    /// <summary>What is due next, while a part that names it is read: <c>Ban hành Kế hoạch</c> trước 28/02/2020.</summary>
    public string? Label { get; set; }

    public void Add(DeadlineKind kind)
    {
        if (!kinds.Contains(kind))
        {
            kinds.Add(kind);
        }
    }

    public void Add(DeadlineKind kind, DueStep step)
    {
        Add(kind);
        steps.Add(step with { Label = Label ?? step.Label });
    }

    public void Add(DeadlineKind kind, DeadlineTrigger trigger)
    {
        Add(kind);
        triggers.Add(trigger with { Label = Label });
    }

    public void Add(Recurrence recurrence)
    {
        Add(DeadlineKind.Recurring);
        if (!recurrences.Contains(recurrence))
        {
            recurrences.Add(recurrence);
        }
    }

    public void AddOtherPlan(string name)
    {
        Add(DeadlineKind.OtherPlan);
        otherPlan ??= name;
    }

    /// <summary>Takes a period in which something goes on, without being due at its end.</summary>
    public void AddWindow(CalendarPoint point)
    {
        if (point.TryResolve(planYear, out var period))
        {
            window ??= (period.Start, period.End);
        }
    }

    /// <summary>Takes the period of a dated part that has just been read.</summary>
    public void AddWindow(DeadlineReading dated)
    {
        if (dated.steps is [{ Start: { } start, Due: var end }])
        {
            window ??= (start, end);
        }
    }

    /// <summary>Takes in what a clause says.</summary>
    public void Add(DeadlineReading clause)
    {
        clause.kinds.ForEach(Add);
        steps.AddRange(clause.steps);
        clause.recurrences.ForEach(Add);
        triggers.AddRange(clause.triggers);
        otherPlan ??= clause.otherPlan;
        window ??= clause.window;
    }

    public Deadline ToDeadline(string text)
    {
        var printed = steps is [{ Start: { } start, Due: var end }] ? (start, end) : window;
        return new Deadline
        {
            Text = text,
            Kinds = [.. Kinds()],
            Steps = [.. steps.OrderBy(step => step.Due)],
            Recurrences = [.. recurrences],
            Triggers = [.. triggers],
            OtherPlan = otherPlan,
            WindowStart = printed?.Start,
            WindowEnd = printed?.End,
        };
    }

    private ImmutableArray<DeadlineKind> Kinds()
    {
        // Several limits, one of them dated, are milestones; and a span after an event says more than the event.
        if (steps.Count > 1 || (steps.Count == 1 && triggers.Any(trigger => trigger is { Label: not null, Amount: not null })))
        {
            return [.. kinds.Select(kind => IsLimit(kind) ? DeadlineKind.Milestones : kind).Distinct()];
        }

        if (kinds.Count == 0)
        {
            return [DeadlineKind.Unknown];
        }

        return kinds.Contains(DeadlineKind.WithinAfterEvent) ? [.. kinds.Where(kind => kind != DeadlineKind.Event)] : [.. kinds];
    }

    private static bool IsLimit(DeadlineKind kind) => kind is
        DeadlineKind.FixedDate or DeadlineKind.Before or DeadlineKind.Month or DeadlineKind.Quarter or DeadlineKind.Year
        or DeadlineKind.WithinAfterEvent or DeadlineKind.BeforeEvent;
}
