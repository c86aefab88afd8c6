namespace GovGraph.Plans.Evidence;

/// <summary>How far a piece of evidence has come.</summary>
public enum EvidenceState
{
    /// <summary>Handed in, and waits for a review.</summary>
    Submitted,
    Accepted,
    Returned,
    Withdrawn,
}

/// <summary>What evidence a plan asks for before a task is completed.</summary>
public enum EvidenceRule
{
    /// <summary>Some that was handed in, reviewed or not.</summary>
    Submitted,

    /// <summary>Some that a review has accepted.</summary>
    Accepted,
}
