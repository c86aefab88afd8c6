namespace GovGraph.Plans.Comparison;

/// <summary>A row of two plans: what was, what is, and how the two were found to be the same.</summary>
/// <param name="Before">Null where the row is new.</param>
/// <param name="After">Null where the row was dropped.</param>
/// <param name="MatchedBy">Null where there is only one of the two.</param>
/// <param name="Similarity">How alike the titles are, from 0 to 1; null where titles were not what matched them.</param>
public record Compared<T>(T? Before, T? After, MatchedBy? MatchedBy = null, double? Similarity = null)
    where T : class
{
    public ComparisonOutcome Outcome =>
        Before is null ? ComparisonOutcome.New
        : After is null ? ComparisonOutcome.Dropped
        : HasChanged ? ComparisonOutcome.Changed
        : ComparisonOutcome.Unchanged;

    protected virtual bool HasChanged => MatchedBy == Comparison.MatchedBy.SimilarTitle;
}

/// <summary>What became of a row.</summary>
public enum ComparisonOutcome
{
    Unchanged,
    Changed,
    New,
    Dropped,
}

/// <summary>How two rows were found to be the same.</summary>
public enum MatchedBy
{
    /// <summary>Their titles are the same.</summary>
    Title,

    /// <summary>Their titles are alike, and no other fits better.</summary>
    SimilarTitle,

    /// <summary>Parts below them have the same titles; at least one title is lost, or the two have little in common.</summary>
    Parts,

    /// <summary>They have the same label in areas that are the same; at least one title is lost.</summary>
    Label,
}
