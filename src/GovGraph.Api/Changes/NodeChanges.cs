using GovGraph.Api.Access;
using GovGraph.Api.History;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Storage;

namespace GovGraph.Api.Changes;

/// <summary>Asks the store for a change: what was changed, or why the change was refused.</summary>
internal static class NodeChanges
{
    public static ValueTask<(PlanTask? Task, MutationError? Error)> OfTask(
        FieldContext context, string id, ChangeRequest request, Func<PlanTask, Change<PlanTask>> change) =>
        Of(context, id, new TaskNotFound(id), request, change, context.Get<PlanStore>().ChangeTask);

    public static ValueTask<(Indicator? Indicator, MutationError? Error)> OfIndicator(
        FieldContext context, string id, ChangeRequest request, Func<Indicator, Change<Indicator>> change) =>
        Of(context, id, new IndicatorNotFound(id), request, change, context.Get<PlanStore>().ChangeIndicator);

    private static async ValueTask<(T?, MutationError?)> Of<T>(
        FieldContext context, string id, Refusal notFound, ChangeRequest request, Func<T, Change<T>> change, StoreChange<T> store)
        where T : class, ITrackedNode
    {
        // The node that the refusal speaks of: the newest one that the store asked about.
        T? seen = null;
        Change<T> Judge(T node) => context.Refusal(seen = node) is { } refusal ? refusal : change(node);

        var changed = request.IsOnlyValidated
            ? await Validate(context, id, notFound, request.ExpectedVersion, (Func<T, Change<T>>)Judge)
            : await store(id, request.ExpectedVersion, Judge, context.ChangeRecord(request.Reason), context.CancellationToken);
        if (!changed.IsRefused) return (changed.Value, null);

        seen ??= await context.Get<PlanStore>().GetNode(id, context.CancellationToken) as T;
        return (null, MutationError.For(changed.Refusal, seen, context));
    }

    /// <summary>What the store would answer now, and nothing is written.</summary>
    private static async ValueTask<Change<T>> Validate<T>(
        FieldContext context, string id, Refusal notFound, long? expectedVersion, Func<T, Change<T>> change)
        where T : class, ITrackedNode
    {
        if (await context.Get<PlanStore>().GetNode(id, context.CancellationToken) is not T node) return notFound;
        if (expectedVersion is { } expected && expected != node.Progress.Version) return new VersionConflict(expected, node.Progress.Version);

        var changed = change(node);
        return changed.IsRefused ? changed : (T)node.Plan.With(node.WithProgress(changed.Value.Progress)).Tracked(id)!;
    }

    private delegate ValueTask<Change<T>> StoreChange<T>(
        string id, long? expectedVersion, Func<T, Change<T>> change, ChangeRecord record, CancellationToken cancellation)
        where T : class;
}
