using System.Collections.Immutable;

namespace GovGraph.Plans.Deadlines;

/// <summary>When a task is due: the text as printed, and what it means.</summary>
public sealed class Deadline
{
    /// <summary>No text and none lost: the cell is empty.</summary>
    internal static Deadline None { get; } = new();

    /// <summary>The text was printed, but is lost in the source.</summary>
    internal static Deadline Lost { get; } = new() { Kinds = [DeadlineKind.Damaged] };

    /// <summary>The cell as printed; null if it is lost or empty.</summary>
    public string? Text { get; init; }

    public ImmutableArray<DeadlineKind> Kinds { get; init; } = [];

    /// <summary>The dated steps, earliest first.</summary>
    public ImmutableArray<DueStep> Steps { get; init; } = [];

    public ImmutableArray<Recurrence> Recurrences { get; init; } = [];

    public ImmutableArray<DeadlineTrigger> Triggers { get; init; } = [];

    /// <summary>The plan whose dates hold, as printed: <c>Kế hoạch của tỉnh</c>.</summary>
    public string? OtherPlan { get; init; }

    /// <summary>The first day of the printed period.</summary>
    public DateOnly? WindowStart { get; init; }

    /// <summary>The last day of the printed period.</summary>
    public DateOnly? WindowEnd { get; init; }

    /// <summary>The date of the last step; null if no step has a date.</summary>
    public DateOnly? DueDate => Steps.IsEmpty ? null : Steps[^1].Due;

    /// <summary>The date of the first step.</summary>
    public DateOnly? FirstDueDate => Steps.IsEmpty ? null : Steps[0].Due;

    /// <summary>Whether the text says 'before' (trước) the due date.</summary>
    public bool IsExclusive => !Steps.IsEmpty && Steps[^1].IsExclusive;

    /// <summary>The same deadline, in which what is due before a day is due on it.</summary>
    internal Deadline NotBefore(DateOnly day) => FirstDueDate is not { } first || first >= day ? this : new()
    {
        Text = Text,
        Kinds = Kinds,
        Steps = [.. Steps.Select(step => step.Due < day ? step with { Due = day, IsExclusive = false } : step)],
        Recurrences = Recurrences,
        Triggers = Triggers,
        OtherPlan = OtherPlan,
        WindowStart = WindowStart,
        WindowEnd = WindowEnd,
    };

    /// <summary>The date of the first step that is not yet past on a day.</summary>
    public DateOnly? NextDue(DateOnly asOf)
    {
        foreach (var step in Steps)
        {
            if (step.Due >= asOf)
            {
                return step.Due;
            }
        }

        return null;
    }
}
