using GovGraph.Plans.Deadlines;

namespace GovGraph.Plans.Tasks;

/// <summary>An occurrence of a task's duty, and whether it was done.</summary>
/// <param name="Slot">When it is due.</param>
/// <param name="Recorded">That it was done; null where nobody has said so.</param>
/// <param name="State">How it stands on the day that was asked for.</param>
public sealed record TaskOccurrence(Occurrence Slot, RecordedOccurrence? Recorded, OccurrenceState State);

/// <summary>Where an occurrence stands on a day.</summary>
public enum OccurrenceState
{
    OnTime,
    Late,

    /// <summary>Not done, and not too late yet.</summary>
    Open,

    /// <summary>Not done, and the date has passed.</summary>
    Missing,

    /// <summary>Not done, and not wanted any more: the task is completed or cancelled.</summary>
    NotNeeded,
}
