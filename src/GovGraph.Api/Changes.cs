using GovGraph.Api.History;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Storage;

namespace GovGraph.Api;

/// <summary>Asks the store for a change: what was changed, or why the change was refused.</summary>
internal static class Changes
{
    public static ValueTask<(PlanTask? Task, MutationError? Error)> OfTask(
        FieldContext context, string id, long? expectedVersion, string? reason, Func<PlanTask, Change<PlanTask>> change) =>
        Of(context, id, expectedVersion, reason, change, context.Get<PlanStore>().ChangeTask);

    public static ValueTask<(Indicator? Indicator, MutationError? Error)> OfIndicator(
        FieldContext context, string id, long? expectedVersion, string? reason, Func<Indicator, Change<Indicator>> change) =>
        Of(context, id, expectedVersion, reason, change, context.Get<PlanStore>().ChangeIndicator);

    private static async ValueTask<(T?, MutationError?)> Of<T>(
        FieldContext context, string id, long? expectedVersion, string? reason, Func<T, Change<T>> change, StoreChange<T> store)
        where T : class, ITrackedNode
    {
        // The node that the refusal speaks of: the newest one that the store asked about.
        T? seen = null;
        var changed = await store(id, expectedVersion, node => change(seen = node), context.ChangeRecord(reason), context.CancellationToken);
        if (!changed.IsRefused) return (changed.Value, null);

        seen ??= await context.Get<PlanStore>().GetNode(id, context.CancellationToken) as T;
        return (null, MutationError.For(changed.Refusal, seen));
    }

    private delegate ValueTask<Change<T>> StoreChange<T>(
        string id, long? expectedVersion, Func<T, Change<T>> change, ChangeRecord record, CancellationToken cancellation)
        where T : class;
}
