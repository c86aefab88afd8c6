using System.Collections.Immutable;
using GovGraph.Api.Access;
using GovGraph.Api.Changes;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Tasks;

namespace GovGraph.Api.Evidence;

/// <summary>What becomes of evidence after it was handed in.</summary>
internal static class EvidenceMutations
{
    private static readonly ReviewEvidenceValidator s_reviewRules = new();
    private static readonly WithdrawEvidenceValidator s_withdrawRules = new();

    public static void Bind(TypeBinding<Root> mutation)
    {
        mutation.FieldAsync("reviewEvidence", (_, context) => ReviewEvidence(context));
        mutation.FieldAsync("withdrawEvidence", (_, context) => WithdrawEvidence(context));
    }

    public static void BindPayload(TypeBinding<ReviewEvidencePayload> payloads)
    {
        payloads.Field("task", payload => payload.Task);
        payloads.Field("evidence", payload => payload.Evidence);
        payloads.Field("errors", payload => payload.Errors);
    }

    public static void BindPayload(TypeBinding<WithdrawEvidencePayload> payloads)
    {
        payloads.Field("task", payload => payload.Task);
        payloads.Field("evidence", payload => payload.Evidence);
        payloads.Field("errors", payload => payload.Errors);
    }

    private static async ValueTask<ReviewEvidencePayload> ReviewEvidence(FieldContext context)
    {
        var input = ReviewEvidenceInput.From(InputObject.Of(context));
        if (s_reviewRules.Validate(input) is { IsValid: false } faults) return new(null, null, MutationError.ForEach(faults, context));

        var review = new EvidenceReview(input.Decision, context.Get<Moment>().Now) { By = context.Get<Caller>().Name, Reason = input.Request.Reason };
        var (task, evidence, error) = await Change(context, input.EvidenceId, input.Request, task => task.ReviewEvidence(input.EvidenceId, review));
        return error is null ? new(task, evidence, null) : new(null, null, [error]);
    }

    private static async ValueTask<WithdrawEvidencePayload> WithdrawEvidence(FieldContext context)
    {
        var input = WithdrawEvidenceInput.From(InputObject.Of(context));
        if (s_withdrawRules.Validate(input) is { IsValid: false } faults) return new(null, null, MutationError.ForEach(faults, context));

        var withdrawal = new EvidenceWithdrawal(context.Get<Moment>().Now) { By = context.Get<Caller>().Name, Reason = input.Request.Reason };
        var (task, evidence, error) = await Change(context, input.EvidenceId, input.Request, task => task.WithdrawEvidence(input.EvidenceId, withdrawal));
        return error is null ? new(task, evidence, null) : new(null, null, [error]);
    }

    private static async ValueTask<(PlanTask?, EvidenceItem?, MutationError?)> Change(
        FieldContext context, string evidenceId, ChangeRequest request, Func<PlanTask, Change<PlanTask>> change)
    {
        // Where the id is that of no evidence, the task is not there either.
        var (task, error) = await NodeChanges.OfTask(context, EvidenceItem.TaskIdOf(evidenceId) ?? "", request, change);
        return error switch
        {
            null => (task, task!.Evidence.First(item => item.Id == evidenceId), null),
            TaskNotFoundError => (null, null, MutationError.For(new EvidenceNotFound(evidenceId), null, context)),
            _ => (null, null, error),
        };
    }
}

internal sealed record ReviewEvidencePayload(PlanTask? Task, EvidenceItem? Evidence, ImmutableArray<MutationError>? Errors);

internal sealed record WithdrawEvidencePayload(PlanTask? Task, EvidenceItem? Evidence, ImmutableArray<MutationError>? Errors);
