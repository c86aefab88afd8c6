namespace GovGraph.Plans.Deadlines;

/// <summary>A dated step of a deadline.</summary>
public sealed record DueStep
{
    /// <summary>What is due, where the text says so: <c>Ban hành Kế hoạch</c>.</summary>
    public string? Label { get; init; }

    /// <summary>The printed date, or the last day of the printed period.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>Whether the text says 'before' (trước) the date, so that the date itself is already late.</summary>
    public bool IsExclusive { get; init; }

    /// <summary>The first day of the printed period.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>What names it in its deadline: the date, and what is due.</summary>
    public string Key => Label is null ? $"{Due:yyyy-MM-dd}" : $"{Due:yyyy-MM-dd} {Label}";

    public DateOnly LastOnTimeDay => IsExclusive ? Due.AddDays(-1) : Due;
}
