using System.Collections.Immutable;
using GovGraph.Plans.Evidence;

namespace GovGraph.Plans.Tasks;

/// <summary>What has happened to a task since its plan was issued, apart from the print.</summary>
public sealed record TaskProgress : NodeProgress
{
    public TaskStatus Status { get; init; }

    public string? StatusNote { get; init; }

    public DateOnly? CompletedOn { get; init; }

    public ImmutableArray<EvidenceItem> Evidence { get; init; } = [];

    public ImmutableArray<RecordedOccurrence> Occurrences { get; init; } = [];

    public ImmutableArray<TaskEvent> Events { get; init; } = [];

    private protected override bool IsBlank =>
        Status == TaskStatus.NotStarted && StatusNote is null && CompletedOn is null && Evidence.IsEmpty && Occurrences.IsEmpty && Events.IsEmpty;
}
