using System.Collections.Immutable;
using GovGraph.Api.Access;
using GovGraph.Api.Audit;
using GovGraph.Api.Changes;
using GovGraph.Api.History;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Storage;
using GovGraph.Storage.History;

namespace GovGraph.Api.Bulk;

internal static class UpdateTasksMutation
{
    private static readonly UpdateTasksValidator s_rules = new();
    private static readonly OnceADay<UpdateTasksItemValidator> s_itemRules = new(today => new UpdateTasksItemValidator(today));

    public static void Bind(SchemaBindings bindings)
    {
        BulkErrors.Bind(bindings);
        bindings.Mutation("updateTasks", UpdateTasks, payloads =>
        {
            payloads.Field("results", payload => payload.Results);
            payloads.Field("applied", payload => payload.Applied);
            payloads.Field("errors", payload => payload.Errors);
        });
        bindings.Type<UpdateTasksResult>("UpdateTasksResult", results =>
        {
            results.Field("index", result => result.Index);
            results.Field("task", result => result.Task);
            results.Field("errors", result => result.Errors);
        });
        bindings.Enum<BulkMode>("BulkMode");
    }

    private static async ValueTask<UpdateTasksPayload> UpdateTasks(FieldContext context)
    {
        var input = UpdateTasksInput.From(InputObject.Of(context), context);
        if (MutationError.Faults(s_rules, input, context) is { } faults) return new(null, faults);

        var results = new UpdateTasksResult?[input.Items.Length];
        var key = context.KeyOf(input.Request);
        if (key is not null && !await TellRepeated(context, key, Enumerable.Range(0, UpdateTasksInput.MostItems), results)) return new(null, [new IdempotencyKeyReusedError()]);

        if (results.All(result => result is not null)) context.Get<RequestAudit>().Replay();
        Validate(context, input, results);
        if (input.Mode == BulkMode.Atomic && results.Any(result => result?.Errors is not null))
        {
            for (var i = 0; i < results.Length; i++) results[i] ??= new(i, null, [MutationError.For(new NotApplied(), null, context)]);
        }

        return await Change(context, input, key, results) is { } error ? new(null, [error]) : new([.. results.Select(result => result!)], null);
    }

    /// <summary>Refuses what no task has to be looked at for.</summary>
    private static void Validate(FieldContext context, UpdateTasksInput input, UpdateTasksResult?[] results)
    {
        var rules = s_itemRules.On(context.Get<Moment>().Today);
        var caller = context.Get<Caller>();
        for (var i = 0; i < results.Length; i++)
        {
            if (results[i] is not null) continue;

            var errors = MutationError.Faults(rules, input.Items[i], context, $"Items[{i}].")
                ?? [.. input.Items[i].Scopes.Where(scope => !caller.May(scope)).Select(scope => MutationError.For(new ScopeMissing(caller.Name!, scope), null, context))];
            if (!errors.IsEmpty) results[i] = new(i, null, errors);
        }
    }

    /// <summary>Makes the changes that have no result yet; the error is one of all of them.</summary>
    private static async ValueTask<MutationError?> Change(FieldContext context, UpdateTasksInput input, ChangeKey? key, UpdateTasksResult?[] results)
    {
        var asked = new List<(int Index, UpdateTasksItemInput Item, ItemChange Change)>();
        for (var i = 0; i < results.Length; i++)
        {
            if (results[i] is null) asked.Add((i, input.Items[i], await ItemChange.Of(input.Items[i], context)));
        }

        ImmutableArray<AskedChange> changes =
        [
            .. asked.Select(one => new AskedChange(
                one.Item.TaskId, one.Item.Request.ExpectedVersion, one.Change.Make, context.ChangeRecord(one.Item.Request) with { Key = key?.Of(one.Index) })),
        ];
        var isAtomic = input.Mode == BulkMode.Atomic;
        var outcomes = input.Request.IsOnlyValidated
            ? await Try(context, changes, isAtomic)
            : await context.Get<PlanStore>().ChangeTasks(changes, isAtomic, context.CancellationToken);
        var repeated = new List<int>();
        foreach (var ((i, item, change), outcome) in asked.Zip(outcomes))
        {
            switch (outcome.Refusal)
            {
                case null:
                    results[i] = new(i, outcome.Value, null);
                    break;
                case OnePlanAtOnce refusal:
                    return MutationError.For(refusal, null, context);
                case ChangeRepeated:
                    repeated.Add(i);
                    break;
                default:
                    results[i] = new(i, null, [await Refused(context, outcome.Refusal, item, change)]);
                    break;
            }
        }

        // Another request with the same key was faster.
        return repeated.Count == 0 || await TellRepeated(context, key!, repeated, results) ? null : new IdempotencyKeyReusedError();
    }

    private static async ValueTask<MutationError> Refused(FieldContext context, Refusal refusal, UpdateTasksItemInput item, ItemChange change)
    {
        var seen = change.Seen ?? await context.Get<PlanStore>().GetTask(item.TaskId, context.CancellationToken);
        var error = MutationError.For(refusal, seen, context);
        if (refusal is not VersionConflict || seen is null) return error;

        var since = await ChangesSince.Find(context.Get<PlanStore>(), seen, item.Request.ExpectedVersion!.Value, context.CancellationToken);
        return error.Since(since, since.InCommon(seen, change.Judge));
    }

    /// <summary>Fills in what happened before under the key; false where it named something else.</summary>
    private static async ValueTask<bool> TellRepeated(FieldContext context, ChangeKey key, IEnumerable<int> indexes, UpdateTasksResult?[] results)
    {
        ImmutableArray<int> asked = [.. indexes];
        var found = await context.Get<PlanStore>().FindChanges([.. asked.Select(i => key.Of(i).Name)], context.Get<Moment>().Now, context.CancellationToken);
        foreach (var (i, past) in asked.Zip(found))
        {
            if (past is null) continue;
            if (past.Event.Record.Key!.Input != key.Input) return false;
            results[i] = new(i, past.Plan.Task(past.Event.NodeId!), null);
        }

        return true;
    }

    /// <summary>What the store would answer now, and nothing is written.</summary>
    private static async ValueTask<ImmutableArray<Change<PlanTask>>> Try(FieldContext context, ImmutableArray<AskedChange> changes, bool isAtomic)
    {
        var store = context.Get<PlanStore>();
        var plans = new Dictionary<string, Plan?>(StringComparer.Ordinal);
        foreach (var planId in changes.Select(change => change.PlanId).Distinct()) plans.Add(planId, await store.GetPlan(planId, context.CancellationToken));

        var series = new ChangeSeries(plans.GetValueOrDefault);
        if (isAtomic && plans.Count > 1 && !store.ChangesSeveralPlansAtOnce) return [.. changes.Select(_ => (Change<PlanTask>)new OnePlanAtOnce())];
        ImmutableArray<Change<PlanTask>> outcomes = [.. changes.Select(series.Judge)];
        return isAtomic ? ChangeSeries.AllOrNone(outcomes) : outcomes;
    }
}

/// <summary>What became of one of several changes.</summary>
internal sealed record UpdateTasksResult(int Index, PlanTask? Task, ImmutableArray<MutationError>? Errors);

internal sealed record UpdateTasksPayload(ImmutableArray<UpdateTasksResult>? Results, ImmutableArray<MutationError>? Errors)
{
    public int? Applied => Results?.Count(result => result.Task is not null);
}
