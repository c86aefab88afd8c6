using System.Collections.Immutable;
using GovGraph.Plans.Deadlines;

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

/// <summary>The one who asks is bound to units, and they do not have the part in the task or the indicator that the change asks for.</summary>
/// <param name="Key">The name of its key.</param>
/// <param name="Id">Of the task or the indicator.</param>
/// <param name="Part">What the units don't do, in words: lead, take part in.</param>
public sealed record NotAuthorized(string Key, string Id, string Part)
    : Refusal($"The current user is not authorized to access this resource: the units of the key '{Key}' do not {Part} {Id}.");

/// <summary>A task can't go from its status to the wanted one.</summary>
public sealed record TransitionNotAllowed(TaskStatus From, TaskStatus To, ImmutableArray<TaskStatus> Allowed)
    : Refusal(
        From == To
            ? $"The task is {From.Printed()} already."
            : $"A task that is {From.Printed()} can't become {To.Printed()}; it can become {string.Join(" or ", Allowed.Select(TaskTransitions.Printed))}.");

/// <summary>A task is completed only with evidence.</summary>
public sealed record EvidenceMissing(string TaskId)
    : Refusal($"The task {TaskId} has no evidence: add a document, a link or a file, then complete it.");

/// <summary>No day of the period lies in the year that the plan is for.</summary>
public sealed record PeriodOutsidePlan(Period Period, int Year)
    : Refusal($"The plan is for {Year}; no day of {Period} is in that year.");

/// <summary>A recurring duty has no such occurrence in its plan, or more than one.</summary>
public sealed record OccurrenceNotDue(string Why)
    : Refusal(Why);

/// <summary>The occurrence was done before.</summary>
public sealed record OccurrenceRecordedAlready(Period Period, int Ordinal, DateOnly HappenedOn)
    : Refusal($"For {Period}, number {Ordinal}, it is recorded already as done on {HappenedOn:yyyy-MM-dd}.");

/// <summary>The plan does not say that the task depends on such an event, or names several.</summary>
public sealed record TriggerNotFound(string? Asked, ImmutableArray<DeadlineTrigger> Triggers)
    : Refusal(
        Triggers.IsEmpty ? "The task's time depends on no event."
        : $"{(Asked is null ? "The task's time depends on several events" : "The task's time depends on other events")}: name one of them, {string.Join(" or ", Triggers.Select(trigger => $"'{trigger.Event}'"))}.");

/// <summary>The event has not happened yet.</summary>
public sealed record EventAhead(DateOnly HappenedOn, DateOnly Today)
    : Refusal($"The event can't have happened on {HappenedOn:yyyy-MM-dd}: that is after today, {Today:yyyy-MM-dd} in Vietnam.");

/// <summary>The task has no such event.</summary>
public sealed record EventNotFound(string Id)
    : Refusal($"There is no event {Id}.");

/// <summary>What an event asks for can't be done before it.</summary>
public sealed record DoneBeforeEvent(DateOnly DoneOn, DateOnly HappenedOn)
    : Refusal($"It can't have been done on {DoneOn:yyyy-MM-dd}, before the event of {HappenedOn:yyyy-MM-dd}.");

/// <summary>What the event asks for was done before.</summary>
public sealed record EventClosedAlready(string Id, DateOnly DoneOn)
    : Refusal($"What {Id} asks for was done already on {DoneOn:yyyy-MM-dd}.");

/// <summary>Someone else changed it since it was read.</summary>
public sealed record VersionConflict(long Expected, long Actual)
    : Refusal($"Version {Expected} was expected, but it is version {Actual} by now: read it again, then decide.");

/// <summary>The task has this evidence already.</summary>
public sealed record DuplicateEvidence(string ExistingId)
    : Refusal($"The task has this evidence already: {ExistingId}.");
