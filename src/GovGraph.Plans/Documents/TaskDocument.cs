using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Plans.Documents;

/// <summary>A task as the file holds it: its row as printed, then what a store has added.</summary>
internal sealed record TaskDocument
{
    public required string Id { get; init; }

    public required string Code { get; init; }

    public string? Label { get; init; }

    public string? Group { get; init; }

    public string? Title { get; init; }

    public string[]? Items { get; init; }

    public string? Target { get; init; }

    public string? ExpectedResult { get; init; }

    public string? Lead { get; init; }

    public string? Coordinating { get; init; }

    public string? Implementing { get; init; }

    public string? Deadline { get; init; }

    public string? Budget { get; init; }

    public string? Note { get; init; }

    public int? Line { get; init; }

    public DamageDocument[]? Damage { get; init; }

    public TaskStatus? Status { get; init; }

    public string? StatusNote { get; init; }

    public DateOnly? CompletedOn { get; init; }

    public EvidenceDocument[]? Evidence { get; init; }

    public OccurrenceDocument[]? Occurrences { get; init; }

    public EventDocument[]? Events { get; init; }

    public ExtensionDocument[]? Extensions { get; init; }

    public NoteDocument[]? Notes { get; init; }

    public long? Version { get; init; }
}

/// <summary>A recorded occurrence of a task's duty as the file holds it.</summary>
internal sealed record OccurrenceDocument
{
    public required string Period { get; init; }

    public int? Ordinal { get; init; }

    public required DateOnly HappenedOn { get; init; }

    public string? Note { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>An event as the file holds it.</summary>
internal sealed record EventDocument
{
    public required string Id { get; init; }

    public required string Trigger { get; init; }

    public required DateOnly HappenedOn { get; init; }

    public DateOnly? Due { get; init; }

    public DateOnly? DoneOn { get; init; }

    public string? Note { get; init; }

    public string? DoneNote { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A note as the file holds it.</summary>
internal sealed record NoteDocument
{
    public required string Id { get; init; }

    public required string Text { get; init; }

    public string? By { get; init; }

    public required DateTimeOffset At { get; init; }
}
