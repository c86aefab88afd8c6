using System.Collections.Immutable;
using GovGraph.Api.Paging;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans;
using GovGraph.Plans.Units;
using GovGraph.Storage;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.History;
using GovGraph.Storage.Ordering;
using GovGraph.Storage.Paging;

namespace GovGraph.Api.History;

/// <summary><c>history</c> of whatever can be changed, or holds what can be, and <c>changes</c> of the whole store.</summary>
internal static class HistoryFields
{
    private static readonly ImmutableArray<OrderTerm> s_oldestFirst = Order(isFalling: false);
    private static readonly ImmutableArray<OrderTerm> s_newestFirst = Order(isFalling: true);

    public static void History(this TypeBinding<Plan> plans) =>
        plans.FieldAsync("history", (plan, context) => Find(Filter.Eq("plan", plan.Id), plan.Version, context));

    /// <summary>What has happened to some rows of a plan, and that the plan was taken in.</summary>
    public static void History<T>(this TypeBinding<T> nodes, Func<T, Plan> planOf, Func<T, IEnumerable<INode>> rows)
        where T : notnull =>
        nodes.FieldAsync("history", (node, context) =>
        {
            var plan = planOf(node);
            var ofNode = Filter.Or(Filter.Eq("kind", ChangeKind.PlanAdded), Filter.In("node", [.. rows(node).Select(row => (object?)row.Id)]));
            return Find(Filter.And(Filter.Eq("plan", plan.Id), ofNode), plan.Version, context);
        });

    public static void History(this TypeBinding<Unit> units) =>
        units.FieldAsync("history", (unit, context) => Find(Filter.Involves(unit.Id), upToVersion: null, context));

    /// <summary>What has happened to something that a task holds: those changes of the task that touched it.</summary>
    /// <remarks>Their ids are the task's, a word and a number.</remarks>
    public static void HistoryInTask<T>(this TypeBinding<T> items)
        where T : INode =>
        items.FieldAsync("history", async (item, context) =>
        {
            var ofTask = Filter.And(Filter.Eq("plan", item.Id.Split('/', 2)[0]), Filter.Eq("node", item.Id[..item.Id.LastIndexOf('/', item.Id.LastIndexOf('/') - 1)]));
            var all = await context.Get<PlanStore>().FindChanges(new() { Filter = ofTask }, upToVersion: null, context.CancellationToken);
            var touching = all.Items.Where(change => FieldChange.HasTouched(change.Event!, item.Id)).Select(change => (object?)change.PlanVersion);

            // Beside the filter: a cursor stays good when the item changes again.
            return await Find(ofTask, upToVersion: null, context, within: Filter.In("planVersion", [.. touching]));
        });

    public static ValueTask<Page<HistoryEntry>> Changes(FieldContext context)
    {
        var since = context.Argument<DateTimeOffset?>("since");
        return Find(since is { } moment ? FilterOperators.Compare("at", "gte", moment) : null, upToVersion: null, context, s_oldestFirst);
    }

    // Up to the version that is shown: what a reader sees of a node and of its history belongs together.
    private static ValueTask<Page<HistoryEntry>> Find(Filter? ofNode, long? upToVersion, FieldContext context, ImmutableArray<OrderTerm>? order = null, Filter? within = null) =>
        Connections.Find(
            FieldMaps.Changes,
            (asked, cancellation) => context.Get<PlanStore>().FindChanges(
                asked with { Within = within, Order = order ?? (asked.Order is [.., { Descending: false }] ? s_oldestFirst : s_newestFirst) }, upToVersion, cancellation),
            context,
            ofNode);

    private static ImmutableArray<OrderTerm> Order(bool isFalling) => [new("sequence", isFalling), new("part", isFalling)];
}
