namespace GovGraph.Storage;

/// <summary>Who changes something, when and why; kept with the change.</summary>
public sealed record ChangeRecord(DateTimeOffset At)
{
    public string? Who { get; init; }

    public string? Reason { get; init; }

    /// <summary>The program that asked for it.</summary>
    public string? Client { get; init; }

    /// <summary>Makes asking again harmless; null where the caller gave no key.</summary>
    public ChangeKey? Key { get; init; }
}
