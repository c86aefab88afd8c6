using GovGraph.Api.Access;
using GovGraph.Api.Audit;
using GovGraph.Api.History;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Storage;
using GovGraph.Storage.History;

namespace GovGraph.Api.Changes;

/// <summary>Asks the store for a change: what was changed, or why the change was refused.</summary>
internal static class NodeChanges
{
    public static ValueTask<NodeChange<PlanTask>> OfTask(
        FieldContext context, string id, ChangeRequest request, Func<PlanTask, Change<PlanTask>> change) =>
        OfTask(context, id, new TaskNotFound(id), request, change);

    /// <summary>Changes something that a task holds. Where its id is that of nothing, the task is not there either.</summary>
    public static ValueTask<NodeChange<PlanTask>> OfTask(
        FieldContext context, string? id, Refusal notFound, ChangeRequest request, Func<PlanTask, Change<PlanTask>> change) =>
        Of(context, id ?? "", notFound, request, change, context.Get<PlanStore>().ChangeTask);

    public static ValueTask<NodeChange<Indicator>> OfIndicator(
        FieldContext context, string id, ChangeRequest request, Func<Indicator, Change<Indicator>> change) =>
        Of(context, id, new IndicatorNotFound(id), request, change, context.Get<PlanStore>().ChangeIndicator);

    private static async ValueTask<NodeChange<T>> Of<T>(
        FieldContext context, string id, Refusal notFound, ChangeRequest request, Func<T, Change<T>> change, StoreChange<T> ask)
        where T : class, ITrackedNode
    {
        var store = context.Get<PlanStore>();
        var record = context.ChangeRecord(request);
        if (request.IsOnlyValidated && record.Key is { } asked && await store.FindChange(asked.Name, record.At, context.CancellationToken) is not null)
            return await Repeated<T>(context, asked, record.At);

        for (var expected = request.ExpectedVersion; ;)
        {
            // The node that the refusal speaks of: the newest one that the store asked about.
            T? seen = null;
            Change<T> Judge(T node) => context.Refusal(seen = node) is { } refusal ? refusal : change(node);

            var changed = request.IsOnlyValidated
                ? await Validate(context, id, notFound, expected, (Func<T, Change<T>>)Judge)
                : await ask(id, expected, Judge, record, context.CancellationToken);
            if (!changed.IsRefused) return new(changed.Value, null) { Before = seen!.Progress };
            if (changed.Refusal is ChangeRepeated) return await Repeated<T>(context, record.Key!, record.At);

            seen ??= await store.GetNode(id, context.CancellationToken) as T;
            if (changed.Refusal is not VersionConflict || seen is not { } node)
                return new(null, MutationError.For(changed.Refusal is TaskNotFound or IndicatorNotFound ? notFound : changed.Refusal, seen, context));

            var since = await ChangesSince.Find(store, node, request.ExpectedVersion!.Value, context.CancellationToken);
            var inCommon = since.InCommon(node, current => context.Refusal(current) is { } refusal ? refusal : change(current));
            if (request.OnConflict == OnConflict.Fail || !since.IsComplete || inCommon.Length > 0)
                return new(null, MutationError.For(new VersionConflict(request.ExpectedVersion.Value, node.Progress.Version), node, context).Since(since, inCommon));

            // Judged by this version: another one is judged anew.
            expected = node.Progress.Version;
        }
    }

    /// <summary>What was answered the first time.</summary>
    private static async ValueTask<NodeChange<T>> Repeated<T>(FieldContext context, ChangeKey key, DateTimeOffset now)
        where T : class, ITrackedNode
    {
        if (await context.Get<PlanStore>().FindChange(key.Name, now, context.CancellationToken) is not { } past || past.Event.Record.Key != key)
            return new(null, new IdempotencyKeyReusedError());

        context.Get<RequestAudit>().Replay();
        return new((T)past.Plan.Tracked(past.Event.NodeId!)!, null) { Before = past.Event.Before };
    }

    /// <summary>What the store would answer now, and nothing is written.</summary>
    private static async ValueTask<Change<T>> Validate<T>(
        FieldContext context, string id, Refusal notFound, long? expectedVersion, Func<T, Change<T>> change)
        where T : class, ITrackedNode
    {
        var node = await context.Get<PlanStore>().GetNode(id, context.CancellationToken) as T;
        return JudgedChange.Of(node?.Plan, id, notFound, expectedVersion, change).Outcome;
    }

    private delegate ValueTask<Change<T>> StoreChange<T>(
        string id, long? expectedVersion, Func<T, Change<T>> change, ChangeRecord record, CancellationToken cancellation)
        where T : class;
}
