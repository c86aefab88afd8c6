namespace GovGraph.Plans.Deadlines;

/// <summary>One of the times at which a recurring duty is due.</summary>
/// <param name="Period">The days it is for; of a dated milestone, its date.</param>
/// <param name="Ordinal">Which one it is in its period, counted from 1.</param>
/// <param name="Due">The last day of the period, or the printed date.</param>
public readonly record struct Occurrence(Period Period, int Ordinal, DateOnly Due)
{
    /// <summary>Whether the text says 'before' (trước) the date.</summary>
    public bool IsExclusive { get; init; }

    /// <summary>What is due, where the text says so.</summary>
    public string? Label { get; init; }

    /// <summary>The rhythm it comes from; null for a milestone.</summary>
    public Recurrence? Recurrence { get; init; }
}
