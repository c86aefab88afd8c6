namespace GovGraph.Plans.Tasks;

/// <summary>That a recurring duty was done for a period.</summary>
/// <param name="Period">The period, which with the ordinal names the occurrence.</param>
/// <param name="Ordinal">Which one in its period, counted from 1.</param>
/// <param name="HappenedOn">The day on which it was done.</param>
/// <param name="RecordedAt">When it was reported.</param>
public sealed record RecordedOccurrence(Period Period, int Ordinal, DateOnly HappenedOn, DateTimeOffset RecordedAt)
{
    public string? Note { get; init; }
}
