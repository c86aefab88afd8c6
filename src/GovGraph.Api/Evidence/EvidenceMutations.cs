using GovGraph.Api.Access;
using GovGraph.Api.Changes;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Tasks;

namespace GovGraph.Api.Evidence;

/// <summary>Evidence is handed in, reviewed and taken back.</summary>
internal static class EvidenceMutations
{
    private static readonly OnceADay<AddEvidenceValidator> s_addRules = new(today => new AddEvidenceValidator(today));
    private static readonly ReviewEvidenceValidator s_reviewRules = new();
    private static readonly WithdrawEvidenceValidator s_withdrawRules = new();

    public static void Bind(SchemaBindings bindings)
    {
        EvidenceErrors.Bind(bindings);
        bindings.Mutation("addEvidence", "task", "evidence", AddEvidence);
        bindings.Mutation("reviewEvidence", "task", "evidence", ReviewEvidence);
        bindings.Mutation("withdrawEvidence", "task", "evidence", WithdrawEvidence);
    }

    private static async ValueTask<NodePayload<PlanTask, EvidenceItem>> AddEvidence(FieldContext context)
    {
        var input = AddEvidenceInput.From(InputObject.Of(context), context);
        if (MutationError.Faults(s_addRules.On(context.Get<Moment>().Today), input, context) is { } faults) return faults;

        var evidence = await input.Evidence.Take(context, input.Request.IsOnlyValidated);
        var change = await NodeChanges.OfTask(context, input.TaskId, input.Request, task => evidence.IsRefused ? evidence.Refusal : task.AddEvidence(evidence.Value));
        return change.ToPayload(task => task.Evidence[^1]);
    }

    private static async ValueTask<NodePayload<PlanTask, EvidenceItem>> ReviewEvidence(FieldContext context)
    {
        var input = ReviewEvidenceInput.From(InputObject.Of(context));
        if (MutationError.Faults(s_reviewRules, input, context) is { } faults) return faults;

        var review = new EvidenceReview(input.Decision, context.Get<Moment>().Now) { By = context.Get<Caller>().Name, Reason = input.Request.Reason };
        return await Change(context, input.EvidenceId, input.Request, task => task.ReviewEvidence(input.EvidenceId, review));
    }

    private static async ValueTask<NodePayload<PlanTask, EvidenceItem>> WithdrawEvidence(FieldContext context)
    {
        var input = WithdrawEvidenceInput.From(InputObject.Of(context));
        if (MutationError.Faults(s_withdrawRules, input, context) is { } faults) return faults;

        var withdrawal = new EvidenceWithdrawal(context.Get<Moment>().Now) { By = context.Get<Caller>().Name, Reason = input.Request.Reason };
        return await Change(context, input.EvidenceId, input.Request, task => task.WithdrawEvidence(input.EvidenceId, withdrawal));
    }

    private static async ValueTask<NodePayload<PlanTask, EvidenceItem>> Change(
        FieldContext context, string id, ChangeRequest request, Func<PlanTask, Change<PlanTask>> change) =>
        (await NodeChanges.OfTask(context, EvidenceItem.TaskIdOf(id), new EvidenceNotFound(id), request, change)).ToPayload(task => task.Evidence.First(item => item.Id == id));
}
