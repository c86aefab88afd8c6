using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Storage;
using GovGraph.Storage.History;

namespace GovGraph.Api.History;

internal static class ChangeFields
{
    public static void Bind(SchemaBindings bindings)
    {
        bindings.Type<HistoryEntry>("Change", Bind);
        bindings.Type<FieldChange>("FieldChange", fields =>
        {
            fields.Field("field", field => field.Field);
            fields.Field("before", field => field.Before);
            fields.Field("after", field => field.After);
        });
        bindings.Union("Snapshot");
        bindings.Type<TaskProgress>("TaskSnapshot", snapshots =>
        {
            snapshots.Field("status", task => task.Status);
            snapshots.Field("statusNote", task => task.StatusNote);
            snapshots.Field("completedOn", task => task.CompletedOn);
            snapshots.Field("evidence", task => task.Evidence);
            snapshots.Field("extensions", task => task.Extensions);
            snapshots.Field("extendedTo", task => task.ExtendedTo);
            snapshots.Field("notes", task => task.Notes);
            snapshots.Field("version", task => task.Version);
        });
        bindings.Type<IndicatorProgress>("IndicatorSnapshot", snapshots =>
        {
            snapshots.Field("values", indicator => indicator.Values);
            snapshots.Field("version", indicator => indicator.Version);
        });
        bindings.Enum<ChangeKind>("ChangeKind");
    }

    private static void Bind(TypeBinding<HistoryEntry> changes)
    {
        changes.Field("id", change => change.ChangeId);
        changes.Field("kind", change => change.Kind);
        changes.Field("at", change => change.At);
        changes.Field("who", change => change.Who);
        changes.Field("reason", change => change.Event!.Record.Reason);
        changes.Field("client", change => change.Client);
        changes.FieldAsync("node", async (change, context) => await Plan(change, context) is { } plan ? Node(change, plan) : null);
        changes.FieldAsync("plan", Plan);
        changes.Field("planVersion", change => change.PlanVersion);
        changes.Field("version", change => change.Event!.After?.Version ?? change.PlanVersion);
        changes.Field("changes", change => FieldChange.Of(change.Event!));
        changes.Field("before", change => change.Event!.Before);
        changes.Field("after", change => change.Event!.After);
    }

    private static ValueTask<Plan?> Plan(HistoryEntry change, FieldContext context) =>
        context.Get<PlanStore>().GetPlan(change.PlanId, context.CancellationToken);

    private static INode? Node(HistoryEntry change, Plan plan) => change.Kind == ChangeKind.PlanAdded ? plan : plan.Tracked(change.NodeId);
}
