using System.Collections.Immutable;
using GovGraph.Api.Changes;
using GovGraph.Api.Evidence;
using GovGraph.Api.History;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Tasks;

namespace GovGraph.Api.Tasks;

internal static class TaskMutations
{
    private static readonly OnceADay<UpdateTaskStatusValidator> s_statusRules = new(today => new UpdateTaskStatusValidator(today));
    private static readonly OnceADay<AddEvidenceValidator> s_evidenceRules = new(today => new AddEvidenceValidator(today));

    public static void Bind(TypeBinding<Root> mutation)
    {
        mutation.FieldAsync("updateTaskStatus", (_, context) => UpdateTaskStatus(context));
        mutation.FieldAsync("addEvidence", (_, context) => AddEvidence(context));
    }

    public static void BindPayload(TypeBinding<UpdateTaskStatusPayload> payloads)
    {
        payloads.Field("task", payload => payload.Task);
        payloads.Field("errors", payload => payload.Errors);
    }

    public static void BindPayload(TypeBinding<AddEvidencePayload> payloads)
    {
        payloads.Field("task", payload => payload.Task);
        payloads.Field("evidence", payload => payload.Evidence);
        payloads.Field("errors", payload => payload.Errors);
    }

    private static async ValueTask<UpdateTaskStatusPayload> UpdateTaskStatus(FieldContext context)
    {
        var moment = context.Get<Moment>();
        var input = UpdateTaskStatusInput.From(InputObject.Of(context));
        if (s_statusRules.On(moment.Today).Validate(input) is { IsValid: false } faults) return new(null, MutationError.ForEach(faults, context));

        var (task, error) = await NodeChanges.OfTask(
            context, input.TaskId, input.Request, task => task.ChangeStatus(input.Status, input.Note, input.CompletedOn ?? moment.Today));
        return error is null ? new(task, null) : new(null, [error]);
    }

    private static async ValueTask<AddEvidencePayload> AddEvidence(FieldContext context)
    {
        var moment = context.Get<Moment>();
        var input = AddEvidenceInput.From(InputObject.Of(context), context);
        if (s_evidenceRules.On(moment.Today).Validate(input) is { IsValid: false } faults) return new(null, null, MutationError.ForEach(faults, context));

        var evidence = await input.Evidence.Take(context, input.Request.IsOnlyValidated);
        var (task, error) = await NodeChanges.OfTask(context, input.TaskId, input.Request, task => evidence.IsRefused ? evidence.Refusal : task.AddEvidence(evidence.Value));
        return error is null ? new(task, task!.Evidence[^1], null) : new(null, null, [error]);
    }
}

internal sealed record UpdateTaskStatusPayload(PlanTask? Task, ImmutableArray<MutationError>? Errors);

internal sealed record AddEvidencePayload(PlanTask? Task, EvidenceItem? Evidence, ImmutableArray<MutationError>? Errors);
