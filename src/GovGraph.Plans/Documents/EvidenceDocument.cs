using GovGraph.Plans.Evidence;

namespace GovGraph.Plans.Documents;

/// <summary>An evidence item as the file holds it.</summary>
internal sealed record EvidenceDocument
{
    public required string Id { get; init; }

    public required EvidenceKind Kind { get; init; }

    public string? Title { get; init; }

    public string? Number { get; init; }

    public DateOnly? Date { get; init; }

    public string? Issuer { get; init; }

    public string? Url { get; init; }

    public string? FileName { get; init; }

    public long? Size { get; init; }

    public string? Sha256 { get; init; }

    public string? MediaType { get; init; }

    public decimal? Value { get; init; }

    public string? Unit { get; init; }

    public string? Period { get; init; }

    public string? Note { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public ReviewDocument[]? Reviews { get; init; }

    public WithdrawalDocument? Withdrawal { get; init; }

    /// <summary>Neither returned nor withdrawn.</summary>
    public bool IsStanding() => Withdrawal is null && Reviews is not [.., { Decision: ReviewDecision.Return }];
}

/// <summary>A review of evidence as the file holds it.</summary>
internal sealed record ReviewDocument
{
    public required ReviewDecision Decision { get; init; }

    public string? By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Reason { get; init; }
}

/// <summary>The withdrawal of evidence as the file holds it.</summary>
internal sealed record WithdrawalDocument
{
    public string? By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Reason { get; init; }
}
