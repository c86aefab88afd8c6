using System.Collections.Immutable;
using GovGraph.Api.Access;
using GovGraph.Api.Audit;
using GovGraph.Api.Changes;
using GovGraph.Api.History;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Text;
using GovGraph.Storage;

namespace GovGraph.Api.Plans;

/// <summary>Takes plans in. Only prints come in here: who may bring a plan may not say with it what has happened to its tasks.</summary>
internal static class ImportMutations
{
    private static readonly ImportPlanValidator s_rules = new();

    public static void Bind(SchemaBindings bindings)
    {
        ImportErrors.Bind(bindings);
        bindings.Mutation("importPlan", ImportPlan, payloads =>
        {
            payloads.Field("plan", payload => payload.Plan);
            payloads.Field("outcome", payload => payload.Outcome);
            payloads.Field("remarks", payload => payload.Remarks);
            payloads.Field("errors", payload => payload.Errors);
        });
        bindings.Enum<ImportOutcome>("ImportOutcome");
    }

    private static async ValueTask<ImportPlanPayload> ImportPlan(FieldContext context)
    {
        var input = ImportPlanInput.From(InputObject.Of(context));
        if (MutationError.Faults(s_rules, input, context) is { } faults) return ImportPlanPayload.Refused(faults);

        var reading = PlanFile.Read(input.ToFile());
        if (reading.Plan is not { } plan) return Faulty(reading.Faults);
        if (ProgressFaults.In(plan) is { IsEmpty: false } progress) return Faulty(progress);
        if (WhyNot(context.Get<Caller>(), plan) is { } refusal) return ImportPlanPayload.Refused([MutationError.For(refusal, null, context)]);

        var store = context.Get<PlanStore>();
        if (await store.FindSameDocument(plan, context.CancellationToken) is { } same) return ImportPlanPayload.Refused([Conflict(same, plan)]);

        var record = context.ChangeRecord(input.Request);
        var outcome = input.Request.IsOnlyValidated
            ? await WouldBe(store, plan, record, context.CancellationToken)
            : await store.Insert(plan, record, context.CancellationToken);
        var kept = outcome == InsertOutcome.Repeated ? await First(store, record, context.CancellationToken) : await store.GetPlan(plan.Id, context.CancellationToken);
        if (outcome == InsertOutcome.Repeated && kept is not null) context.Get<RequestAudit>().Replay();
        return (outcome, kept) switch
        {
            (InsertOutcome.Repeated, null) => ImportPlanPayload.Refused([new IdempotencyKeyReusedError()]),
            (InsertOutcome.Conflict, _) => ImportPlanPayload.Refused([Conflict(kept, plan)]),
            (InsertOutcome.Unchanged, _) => Accepted(ImportOutcome.Unchanged),
            _ => Accepted(ImportOutcome.Inserted),
        };

        ImportPlanPayload Accepted(ImportOutcome done) => new(kept ?? plan, done, [.. PlanRemarks.Of(reading)], null);
    }

    /// <summary>The plan as it was taken in with the same key and the same input; null where the key was used for something else.</summary>
    private static async ValueTask<Plan?> First(PlanStore store, ChangeRecord record, CancellationToken cancellation) =>
        await store.FindChange(record.Key!.Name, record.At, cancellation) is { } past && past.Event.Record.Key == record.Key ? past.Plan : null;

    // A unit does not decide for its body, nor a body for another.
    private static Refusal? WhyNot(Caller caller, Plan plan) =>
        !caller.Sees(plan.Issuer.Id) ? new BodyNotSeen(caller.Name!, plan.Issuer.Id)
        : caller.Units.IsEmpty ? null
        : new NotAuthorized(caller.Name!, plan.Id, "decide for", "có thẩm quyền quyết định");

    private static async ValueTask<InsertOutcome> WouldBe(PlanStore store, Plan plan, ChangeRecord record, CancellationToken cancellation) =>
        record.Key is { } key && await store.FindChange(key.Name, record.At, cancellation) is not null ? InsertOutcome.Repeated
        : await store.GetPlan(plan.Id, cancellation) is not { } existing ? InsertOutcome.Inserted
        : Print.AreSame(existing, plan) ? InsertOutcome.Unchanged
        : InsertOutcome.Conflict;

    private static PlanConflictError Conflict(Plan? existing, Plan plan) => new(
        (existing is not null && existing.Id != plan.Id
            ? new Wording(
                $"This document, {plan.Number} of {plan.Issuer.Name} for {plan.Year}, is here as {existing.Id}.",
                $"Văn bản này, {plan.Number} của {plan.Issuer.Name} năm {plan.Year}, đã có với mã {existing.Id}.")
            : new(
                $"Another plan is here as {plan.Id}; it stays as it is. Whoever runs the server can put a new print in its place.",
                $"Đã có kế hoạch khác với mã {plan.Id}; kế hoạch đó giữ nguyên. Người quản trị máy chủ có thể thay bằng bản in mới.")).ToString(),
        existing);

    private static ImportPlanPayload Faulty(ImmutableArray<PlanFault> faults) =>
        ImportPlanPayload.Refused([.. faults.Select(fault => new PlanFaultError(fault.Message, fault.Path))]);
}

internal sealed record ImportPlanPayload(Plan? Plan, ImportOutcome? Outcome, ImmutableArray<string>? Remarks, ImmutableArray<MutationError>? Errors)
{
    public static ImportPlanPayload Refused(ImmutableArray<MutationError> errors) => new(null, null, null, errors);
}

/// <summary>What became of a plan that was to be taken in; what could not be is an error.</summary>
internal enum ImportOutcome
{
    Inserted,
    Unchanged,
}
