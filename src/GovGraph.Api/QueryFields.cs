using System.Collections.Immutable;
using GovGraph.Api.Comparisons;
using GovGraph.Api.Grouping;
using GovGraph.Api.History;
using GovGraph.Api.Paging;
using GovGraph.Api.Scorecards;
using GovGraph.Api.Search;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Storage;
using GovGraph.Storage.Fields;
using GovGraph.Storage.History;

namespace GovGraph.Api;

internal static class QueryFields
{
    private const int MaxNodes = 50;

    public static void Bind(TypeBinding<Root> query)
    {
        query.FieldAsync("plans", (_, context) => Connections.Find(FieldMaps.Plans, Past(context) is { } past ? past.FindPlans : Store(context).FindPlans, context));
        query.FieldAsync("planById", (_, context) => ById<Plan?>(Past(context) is { } past ? past.GetPlan : Store(context).GetPlan, context));
        query.FieldAsync("tasks", (_, context) => Connections.Find(FieldMaps.Tasks, Past(context) is { } past ? past.FindTasks : Store(context).FindTasks, context));
        query.FieldAsync("tasksGroupBy", (_, context) => GroupFields.Find(Store(context), context));
        query.FieldAsync("taskById", (_, context) => ById<PlanTask?>(Past(context) is { } past ? past.GetTask : Store(context).GetTask, context));
        query.FieldAsync("indicators", (_, context) => Connections.Find(FieldMaps.Indicators, Past(context) is { } past ? past.FindIndicators : Store(context).FindIndicators, context));
        query.FieldAsync("units", (_, context) => Connections.Find(FieldMaps.UnitsOfAllPlans, Store(context).FindUnits, context));
        query.FieldAsync("unitScorecard", (_, context) => UnitScorecards.Find(Store(context), context));
        query.FieldAsync("planComparison", (_, context) => ComparisonFields.Find(Store(context), context));
        query.FieldAsync("search", (_, context) => SearchFields.Find(Store(context), context));
        query.FieldAsync("node", (_, context) => Store(context).GetNode(context.Argument<string>("id"), context.CancellationToken));
        query.FieldAsync("nodes", (_, context) => Nodes(context));
        query.FieldAsync("changes", (_, context) => HistoryFields.Changes(context));
    }

    private static async ValueTask<ImmutableArray<INode?>> Nodes(FieldContext context)
    {
        var ids = context.Argument<IReadOnlyList<object?>>("ids");
        if (ids.Count > MaxNodes)
        {
            throw new GraphQLException(new GraphQLError($"The maximum number of nodes that can be fetched at once is {MaxNodes}; this asks for {ids.Count}.") { Code = "HC0076" });
        }

        var nodes = ImmutableArray.CreateBuilder<INode?>(ids.Count);
        foreach (var id in ids)
        {
            nodes.Add(await Store(context).GetNode((string)id!, context.CancellationToken));
        }

        return nodes.MoveToImmutable();
    }

    private static ValueTask<T> ById<T>(Func<string, CancellationToken, ValueTask<T>> get, FieldContext context) =>
        get(context.Argument<string>("id"), context.CancellationToken);

    /// <summary>The plans of the moment that is asked about; null for now.</summary>
    private static PastPlans? Past(FieldContext context) =>
        context.Argument<DateTimeOffset?>("at") is { } moment ? Store(context).At(moment) : null;

    private static PlanStore Store(FieldContext context) => context.Get<PlanStore>();
}
