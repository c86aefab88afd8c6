using GovGraph.Plans.Deadlines;

namespace GovGraph.Plans.Documents;

/// <summary>A request for more time as the file holds it.</summary>
internal sealed record ExtensionDocument
{
    public required string Id { get; init; }

    public required DateOnly Due { get; init; }

    public required DateOnly Until { get; init; }

    public required string Reason { get; init; }

    public string? By { get; init; }

    public required DateTimeOffset At { get; init; }

    public ExtensionDecisionDocument? Decision { get; init; }
}

/// <summary>What was decided about it as the file holds it.</summary>
internal sealed record ExtensionDecisionDocument
{
    public required ExtensionVerdict Verdict { get; init; }

    public DateOnly? Until { get; init; }

    public string? By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Reason { get; init; }
}
