using System.Collections.Immutable;
using GovGraph.Plans.Evidence;

namespace GovGraph.Plans.Tasks;

/// <summary>What has happened to a task since its plan was issued, apart from the print.</summary>
public sealed record TaskProgress
{
    public TaskStatus Status { get; init; }

    public string? StatusNote { get; init; }

    public DateOnly? CompletedOn { get; init; }

    public ImmutableArray<EvidenceItem> Evidence { get; init; } = [];

    public long Version { get; init; } = 1;
}
