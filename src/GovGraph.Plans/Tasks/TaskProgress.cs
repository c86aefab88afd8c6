using System.Collections.Immutable;
using GovGraph.Plans.Deadlines;
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

    public ImmutableArray<DeadlineExtension> Extensions { get; init; } = [];

    public ImmutableArray<TaskNote> Notes { get; init; } = [];

    /// <summary>The day of the last extension that was granted; null where none was.</summary>
    public DateOnly? ExtendedTo
    {
        get
        {
            for (var i = Extensions.Length - 1; i >= 0; i--)
            {
                if (Extensions[i].Decision is { Verdict: ExtensionVerdict.Grant, Until: { } until })
                {
                    return until;
                }
            }

            return null;
        }
    }

    private protected override bool IsBlank =>
        Status == TaskStatus.NotStarted && StatusNote is null && CompletedOn is null && Evidence.IsEmpty && Occurrences.IsEmpty && Events.IsEmpty
        && Extensions.IsEmpty && Notes.IsEmpty;
}
