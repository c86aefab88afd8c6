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

    public static ValueTask<Page<HistoryEntry>> Changes(FieldContext context)
    {
        var since = context.Argument<DateTimeOffset?>("since");
        return Find(since is { } moment ? FilterOperators.Compare("at", "gte", moment) : null, upToVersion: null, context, s_oldestFirst);
    }

    // Up to the version that is shown: what a reader sees of a node and of its history belongs together.
    private static ValueTask<Page<HistoryEntry>> Find(Filter? ofNode, long? upToVersion, FieldContext context, ImmutableArray<OrderTerm>? order = null) =>
        Connections.Find(
            FieldMaps.Changes,
            (asked, cancellation) => context.Get<PlanStore>().FindChanges(
                asked with { Order = order ?? (asked.Order is [.., { Descending: false }] ? s_oldestFirst : s_newestFirst) }, upToVersion, cancellation),
            context,
            ofNode);

    private static ImmutableArray<OrderTerm> Order(bool isFalling) => [new("sequence", isFalling), new("part", isFalling)];
}
