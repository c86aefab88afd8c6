using System.Collections.Immutable;
using System.Diagnostics;
using FluentValidation;
using GovGraph.Api.Access;
using GovGraph.Api.Changes;
using GovGraph.Api.Evidence;
using GovGraph.Api.Webhooks;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Text;
using GovGraph.Storage;
using GovGraph.Storage.History;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Api;

/// <summary>An error as a payload lists it. The one place where refusals of the domain get GraphQL types and codes.</summary>
internal abstract record MutationError(string Message, string Code)
{
    /// <summary>The error for a refusal of a change of <paramref name="node"/>, which is null where there is no such task or indicator.</summary>
    public static MutationError For(Refusal refusal, ITrackedNode? node, FieldContext context) => (refusal, node) switch
    {
        (TaskNotFound notFound, _) => new TaskNotFoundError(refusal.Message, notFound.Id),
        (IndicatorNotFound notFound, _) => new IndicatorNotFoundError(refusal.Message, notFound.Id),
        (NotAuthorized or ScopeMissing or BodyNotSeen, _) => new NotAuthorizedError(refusal.Message),
        (NotApplied, _) => new NotAppliedError(refusal.Message),
        (OnePlanAtOnce, _) => new OnePlanAtOnceError(refusal.Message),
        (TransitionNotAllowed transition, _) => new TransitionNotAllowedError(refusal.Message, transition.From, transition.To, transition.Allowed),
        (EvidenceMissing, PlanTask task) => new EvidenceMissingError(refusal.Message, task.ExpectedResult),
        (FileRefused file, _) => new FileRefusedError(refusal.Message, file.Code),
        (DuplicateEvidence duplicate, _) => new DuplicateEvidenceError(refusal.Message, duplicate.Existing),
        (EvidenceNotFound notFound, _) => new EvidenceNotFoundError(refusal.Message, notFound.Id),
        (EvidenceStateNotAllowed state, _) => new EvidenceStateNotAllowedError(refusal.Message, state.State),
        (EvidenceNeeded, PlanTask task) => new EvidenceNeededError(refusal.Message, task),
        (TaskNotOpen open, _) => new TaskNotOpenError(refusal.Message, open.Status),
        (NothingToExtend, PlanTask task) => new NothingToExtendError(refusal.Message, task.Deadline),
        (ExtensionRequestedAlready requested, PlanTask task) => new ExtensionRequestedError(refusal.Message, Extension(task, requested.Id)),
        (ExtensionNotLater, _) => new ValidationError(refusal.Message, InputPlace.Of(context, "until")),
        (ExtensionNotFound notFound, _) => new ExtensionNotFoundError(refusal.Message, notFound.Id),
        (ExtensionDecidedAlready decided, PlanTask task) => new ExtensionDecidedError(refusal.Message, Extension(task, decided.Id)),
        (TooMany, _) => new LimitReachedError(refusal.Message),
        (PeriodOutsidePlan outside, _) => new PeriodOutsidePlanError(refusal.Message, outside.Period, outside.Year),
        (OccurrenceNotDue, _) => new OccurrenceNotDueError(refusal.Message),
        (OccurrenceRecordedAlready recorded, _) => new OccurrenceRecordedError(refusal.Message, recorded.Period, recorded.Ordinal, recorded.HappenedOn),
        (TriggerNotFound trigger, _) => new TriggerNotFoundError(refusal.Message, trigger.Triggers),
        (EventAhead, _) => new ValidationError(refusal.Message, InputPlace.Of(context, "happenedOn")),
        (DoneBeforeEvent, _) => new ValidationError(refusal.Message, InputPlace.Of(context, "doneOn")),
        (EventNotFound notFound, _) => new EventNotFoundError(refusal.Message, notFound.Id),
        (EventClosedAlready closed, _) => new EventClosedError(refusal.Message, closed.Id, closed.DoneOn),
        (VersionConflict conflict, PlanTask task) => new VersionConflictError(refusal.Message, conflict.Expected, conflict.Actual, task),
        (VersionConflict conflict, Indicator indicator) => new IndicatorVersionConflictError(refusal.Message, conflict.Expected, conflict.Actual, indicator),
        _ => throw new UnreachableException($"No error is named for {refusal.GetType().Name}."),
    };

    private static DeadlineExtension Extension(PlanTask task, string id) => task.Extensions.First(extension => extension.Id == id);

    /// <summary>An error for each fault of an input, all at once; null where it keeps the rules.</summary>
    /// <param name="rules">Of the input.</param>
    /// <param name="input">The whole input, or a part of it.</param>
    /// <param name="context">Of the mutation.</param>
    /// <param name="path">Where the part stands in the input: <c>Items[3].</c></param>
    public static ImmutableArray<MutationError>? Faults<T>(IValidator<T> rules, T input, FieldContext context, string path = "") =>
        rules.Validate(input) is { IsValid: false } faults
            ? [.. faults.Errors.Select(fault => new ValidationError(fault.ErrorMessage, InputPlace.Of(context, path + fault.PropertyName)))]
            : null;

    /// <summary>The key has named something else.</summary>
    public static MutationError KeyReused() => new IdempotencyKeyReusedError(new Wording(
        "This idempotency key was used for another input within the last 7 days: take a new key for a new change.",
        "Khóa idempotencyKey này đã được dùng cho nội dung khác trong 7 ngày qua: hãy dùng khóa mới cho thay đổi mới.").ToString());

    /// <summary>A conflict with what has made it.</summary>
    public MutationError Since(ChangesSince changes, ImmutableArray<string> inCommon) => this switch
    {
        VersionConflictError conflict => conflict with { Changes = [.. changes.Fields], InCommon = inCommon },
        IndicatorVersionConflictError conflict => conflict with { Changes = [.. changes.Fields], InCommon = inCommon },
        _ => this,
    };

    public static void Bind(SchemaBindings bindings)
    {
        bindings.Interface("Error");
        bindings.Union("UpdateTaskStatusError");
        bindings.Union("UpdateTasksError");
        bindings.Union("UpdateTasksItemError");
        bindings.Union("AddEvidenceError");
        bindings.Union("CreateUploadError");
        bindings.Union("ReviewEvidenceError");
        bindings.Union("WithdrawEvidenceError");
        bindings.Union("RequestExtensionError");
        bindings.Union("DecideExtensionError");
        bindings.Union("AddNoteError");
        bindings.Union("ImportPlanError");
        bindings.Union("RecordIndicatorValueError");
        bindings.Union("RecordOccurrenceError");
        bindings.Union("RecordEventError");
        bindings.Union("CloseEventError");
        bindings.Union("CreateWebhookError");
        bindings.Union("DeleteWebhookError");
        bindings.Union("EnableWebhookError");
        bindings.Union("ReplayWebhookDeliveryError");
        Bind<TaskNotFoundError>(bindings, errors => errors.Field("id", error => error.Id));
        Bind<IndicatorNotFoundError>(bindings, errors => errors.Field("id", error => error.Id));
        Bind<NotAuthorizedError>(bindings, _ => { });
        Bind<TransitionNotAllowedError>(bindings, errors =>
        {
            errors.Field("from", error => error.From);
            errors.Field("to", error => error.To);
            errors.Field("allowed", error => error.Allowed);
        });
        Bind<EvidenceMissingError>(bindings, errors => errors.Field("expectedResult", error => error.ExpectedResult));
        Bind<DuplicateEvidenceError>(bindings, errors => errors.Field("evidence", error => error.Evidence));
        Bind<EvidenceNotFoundError>(bindings, errors => errors.Field("id", error => error.Id));
        Bind<EvidenceStateNotAllowedError>(bindings, errors => errors.Field("state", error => error.State));
        Bind<EvidenceNeededError>(bindings, errors => errors.Field("task", error => error.Task));
        Bind<TaskNotOpenError>(bindings, errors => errors.Field("status", error => error.Status));
        Bind<NothingToExtendError>(bindings, errors => errors.Field("deadline", error => error.Deadline));
        Bind<ExtensionRequestedError>(bindings, errors => errors.Field("extension", error => error.Extension));
        Bind<ExtensionNotFoundError>(bindings, errors => errors.Field("id", error => error.Id));
        Bind<ExtensionDecidedError>(bindings, errors => errors.Field("extension", error => error.Extension));
        Bind<PlanFaultError>(bindings, errors => errors.Field("path", error => error.Path));
        Bind<PlanConflictError>(bindings, errors => errors.Field("plan", error => error.Plan));
        Bind<LimitReachedError>(bindings, _ => { });
        Bind<FileRefusedError>(bindings, _ => { });
        Bind<VersionConflictError>(bindings, errors =>
        {
            errors.Field("expectedVersion", error => error.ExpectedVersion);
            errors.Field("actualVersion", error => error.ActualVersion);
            errors.Field("task", error => error.Task);
            errors.Field("changes", error => error.Changes);
            errors.Field("inCommon", error => error.InCommon);
        });
        Bind<IndicatorVersionConflictError>(bindings, errors =>
        {
            errors.Field("expectedVersion", error => error.ExpectedVersion);
            errors.Field("actualVersion", error => error.ActualVersion);
            errors.Field("indicator", error => error.Indicator);
            errors.Field("changes", error => error.Changes);
            errors.Field("inCommon", error => error.InCommon);
        });
        Bind<IdempotencyKeyReusedError>(bindings, _ => { });
        Bind<NotAppliedError>(bindings, _ => { });
        Bind<OnePlanAtOnceError>(bindings, _ => { });
        Bind<PeriodOutsidePlanError>(bindings, errors =>
        {
            errors.Field("period", error => error.Period);
            errors.Field("year", error => error.Year);
        });
        Bind<OccurrenceNotDueError>(bindings, _ => { });
        Bind<OccurrenceRecordedError>(bindings, errors =>
        {
            errors.Field("period", error => error.Period);
            errors.Field("ordinal", error => error.Ordinal);
            errors.Field("happenedOn", error => error.HappenedOn);
        });
        Bind<TriggerNotFoundError>(bindings, errors => errors.Field("triggers", error => error.Triggers));
        Bind<EventNotFoundError>(bindings, errors => errors.Field("id", error => error.Id));
        Bind<EventClosedError>(bindings, errors =>
        {
            errors.Field("id", error => error.Id);
            errors.Field("doneOn", error => error.DoneOn);
        });
        Bind<WebhookNotFoundError>(bindings, errors => errors.Field("id", error => error.Id));
        Bind<WebhookDeliveryNotFoundError>(bindings, errors => errors.Field("id", error => error.Id));
        Bind<ValidationError>(bindings, errors =>
        {
            errors.Field("path", error => error.Place.Path);
            errors.Field("coordinate", error => error.Place.Coordinate);
        });
    }

    private static void Bind<T>(SchemaBindings bindings, Action<TypeBinding<T>> bindOwnFields)
        where T : MutationError =>
        bindings.Type<T>(typeof(T).Name, errors =>
        {
            errors.Field("message", error => error.Message);
            errors.Field("code", error => error.Code);
            bindOwnFields(errors);
        });
}

internal sealed record TaskNotFoundError(string Message, string Id) : MutationError(Message, "TASK_NOT_FOUND");

internal sealed record IndicatorNotFoundError(string Message, string Id) : MutationError(Message, "INDICATOR_NOT_FOUND");

internal sealed record NotAuthorizedError(string Message) : MutationError(Message, Word)
{
    public const string Word = "AUTH_NOT_AUTHORIZED";
}

internal sealed record TransitionNotAllowedError(string Message, TaskStatus From, TaskStatus To, ImmutableArray<TaskStatus> Allowed)
    : MutationError(Message, "TRANSITION_NOT_ALLOWED");

internal sealed record EvidenceMissingError(string Message, string? ExpectedResult) : MutationError(Message, "EVIDENCE_MISSING");

internal sealed record DuplicateEvidenceError(string Message, EvidenceItem Evidence) : MutationError(Message, "DUPLICATE_EVIDENCE");

internal sealed record EvidenceNotFoundError(string Message, string Id) : MutationError(Message, "EVIDENCE_NOT_FOUND");

internal sealed record EvidenceStateNotAllowedError(string Message, EvidenceState State) : MutationError(Message, "EVIDENCE_STATE_NOT_ALLOWED");

internal sealed record EvidenceNeededError(string Message, PlanTask Task) : MutationError(Message, "EVIDENCE_NEEDED");

internal sealed record TaskNotOpenError(string Message, TaskStatus Status) : MutationError(Message, "TASK_NOT_OPEN");

internal sealed record NothingToExtendError(string Message, Deadline Deadline) : MutationError(Message, "NOTHING_TO_EXTEND");

internal sealed record ExtensionRequestedError(string Message, DeadlineExtension Extension) : MutationError(Message, "EXTENSION_REQUESTED");

internal sealed record ExtensionNotFoundError(string Message, string Id) : MutationError(Message, "EXTENSION_NOT_FOUND");

internal sealed record ExtensionDecidedError(string Message, DeadlineExtension Extension) : MutationError(Message, "EXTENSION_DECIDED");

internal sealed record PlanFaultError(string Message, string Path) : MutationError(Message, "PLAN_FAULT");

internal sealed record PlanConflictError(string Message, Plan? Plan) : MutationError(Message, "PLAN_CONFLICT");

internal sealed record LimitReachedError(string Message) : MutationError(Message, "LIMIT_REACHED");

internal sealed record FileRefusedError(string Message, string Code) : MutationError(Message, Code);

internal sealed record VersionConflictError(string Message, long ExpectedVersion, long ActualVersion, PlanTask Task)
    : MutationError(Message, "VERSION_CONFLICT")
{
    public ImmutableArray<ConflictingChange> Changes { get; init; } = [];

    public ImmutableArray<string> InCommon { get; init; } = [];
}

internal sealed record IndicatorVersionConflictError(string Message, long ExpectedVersion, long ActualVersion, Indicator Indicator)
    : MutationError(Message, "VERSION_CONFLICT")
{
    public ImmutableArray<ConflictingChange> Changes { get; init; } = [];

    public ImmutableArray<string> InCommon { get; init; } = [];
}

internal sealed record IdempotencyKeyReusedError(string Message) : MutationError(Message, "IDEMPOTENCY_KEY_REUSED");

internal sealed record NotAppliedError(string Message) : MutationError(Message, "NOT_APPLIED");

internal sealed record OnePlanAtOnceError(string Message) : MutationError(Message, "ONE_PLAN_AT_ONCE");

internal sealed record PeriodOutsidePlanError(string Message, Period Period, int Year) : MutationError(Message, "PERIOD_OUTSIDE_PLAN");

internal sealed record OccurrenceNotDueError(string Message) : MutationError(Message, "OCCURRENCE_NOT_DUE");

internal sealed record OccurrenceRecordedError(string Message, Period Period, int Ordinal, DateOnly HappenedOn) : MutationError(Message, "OCCURRENCE_RECORDED");

internal sealed record TriggerNotFoundError(string Message, ImmutableArray<DeadlineTrigger> Triggers) : MutationError(Message, "TRIGGER_NOT_FOUND");

internal sealed record EventNotFoundError(string Message, string Id) : MutationError(Message, "EVENT_NOT_FOUND");

internal sealed record EventClosedError(string Message, string Id, DateOnly DoneOn) : MutationError(Message, "EVENT_CLOSED");

internal sealed record ValidationError(string Message, InputPlace Place) : MutationError(Message, "VALIDATION_FAILED");
