namespace GovGraph.Plans.Evidence;

/// <summary>What someone who checks evidence has decided about a piece of it. None is ever taken back; the last one counts.</summary>
public sealed record EvidenceReview(ReviewDecision Decision, DateTimeOffset At)
{
    /// <summary>Who decided; null where the store did not know its callers.</summary>
    public string? By { get; init; }

    public string? Reason { get; init; }
}

/// <summary>What a review of evidence decides.</summary>
public enum ReviewDecision
{
    Accept,
    Return,
}

/// <summary>That a piece of evidence was taken back by those who handed it in.</summary>
public sealed record EvidenceWithdrawal(DateTimeOffset At)
{
    public string? By { get; init; }

    public string? Reason { get; init; }
}
