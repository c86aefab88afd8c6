using System.Collections.Immutable;

namespace GovGraph.Plans.Tasks;

/// <summary>Why a change of a task or an indicator did not happen. A closed family: every reason is one of the records below.</summary>
public abstract record Refusal
{
    private protected Refusal(string message) => Message = message;

    /// <summary>What is wrong and what to do, in English.</summary>
    public string Message { get; }
}

/// <summary>No plan has a task of that id.</summary>
public sealed record TaskNotFound(string Id)
    : Refusal($"There is no task {Id}.");

/// <summary>No plan has an indicator of that id.</summary>
public sealed record IndicatorNotFound(string Id)
    : Refusal($"There is no indicator {Id}.");

/// <summary>A task can't go from its status to the wanted one.</summary>
public sealed record TransitionNotAllowed(TaskStatus From, TaskStatus To, ImmutableArray<TaskStatus> Allowed)
    : Refusal(
        From == To
            ? $"The task is {From.Printed()} already."
            : $"A task that is {From.Printed()} can't become {To.Printed()}; it can become {string.Join(" or ", Allowed.Select(TaskTransitions.Printed))}.");

/// <summary>A task is completed only with evidence.</summary>
public sealed record EvidenceMissing(string TaskId)
    : Refusal($"The task {TaskId} has no evidence: add a document or a link, then complete it.");

/// <summary>No day of the period lies in the year that the plan is for.</summary>
public sealed record PeriodOutsidePlan(Period Period, int Year)
    : Refusal($"The plan is for {Year}; no day of {Period} is in that year.");

/// <summary>Someone else changed it since it was read.</summary>
public sealed record VersionConflict(long Expected, long Actual)
    : Refusal($"Version {Expected} was expected, but it is version {Actual} by now: read it again, then decide.");

/// <summary>The task has this evidence already.</summary>
public sealed record DuplicateEvidence(string ExistingId)
    : Refusal($"The task has this evidence already: {ExistingId}.");
