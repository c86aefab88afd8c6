using System.Collections.Immutable;
using System.Diagnostics;
using FluentValidation;
using GovGraph.Api.Access;
using GovGraph.Api.Bulk;
using GovGraph.Api.Changes;
using GovGraph.Api.Deadlines;
using GovGraph.Api.Evidence;
using GovGraph.Api.Indicators;
using GovGraph.Api.Tasks;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Types;
using GovGraph.Plans;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Storage;
using GovGraph.Storage.History;

namespace GovGraph.Api;

/// <summary>An error as a payload lists it. The one place that says which error each refusal is; the errors stand in the rooms of what they speak of.</summary>
internal abstract record MutationError(string Message, string Code)
{
    private const string Interface = "Error";

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

    /// <summary>A conflict with what has made it.</summary>
    public MutationError Since(ChangesSince changes, ImmutableArray<string> inCommon) => this switch
    {
        VersionConflictError conflict => conflict with { Changes = [.. changes.Fields], InCommon = inCommon },
        IndicatorVersionConflictError conflict => conflict with { Changes = [.. changes.Fields], InCommon = inCommon },
        _ => this,
    };

    /// <summary>Binds what all errors have in common, and the unions that payloads list.</summary>
    public static void Bind(SchemaBindings bindings, Schema schema)
    {
        bindings.Interface(Interface);
        foreach (var union in schema.Types.Values.OfType<UnionType>().Where(union => union.Types.All(type => type.Interfaces.Any(known => known.Name == Interface)))) bindings.Union(union.Name);
        AccessErrors.Bind(bindings);
        ChangeErrors.Bind(bindings);
    }
}

internal static class ErrorBindings
{
    /// <summary>Binds the type that bears the error's name.</summary>
    public static void Error<T>(this SchemaBindings bindings, Action<TypeBinding<T>>? bindOwnFields = null)
        where T : MutationError =>
        bindings.Type<T>(typeof(T).Name, errors =>
        {
            errors.Field("message", error => error.Message);
            errors.Field("code", error => error.Code);
            bindOwnFields?.Invoke(errors);
        });
}
