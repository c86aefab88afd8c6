using System.Collections.Immutable;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Comparison;
using GovGraph.Storage;

namespace GovGraph.Api.Comparisons;

internal static class ComparisonFields
{
    /// <summary>Null where one of the plans is not there.</summary>
    public static async ValueTask<PlanComparison?> Find(PlanStore store, FieldContext context) =>
        await store.GetPlan(context.Argument<string>("before"), context.CancellationToken) is { } before
        && await store.GetPlan(context.Argument<string>("after"), context.CancellationToken) is { } after
            ? PlanComparison.Of(before, after)
            : null;

    public static void Bind(SchemaBindings bindings)
    {
        bindings.Enum<ComparisonOutcome>("ComparisonOutcome");
        bindings.Enum<MatchedBy>("MatchedBy");
        bindings.Enum<TaskChange>("TaskChange");
        bindings.Type<PlanComparison>("PlanComparison", comparisons =>
        {
            comparisons.Field("before", comparison => comparison.Before);
            comparisons.Field("after", comparison => comparison.After);
            comparisons.Field("areas", (comparison, context) => First(comparison.Areas.Where(pair => IsWanted(pair.Outcome, context)), context));
            comparisons.Field("components", (comparison, context) => First(comparison.Components.Where(pair => IsWanted(pair.Outcome, context)), context));
            comparisons.Field("tasks", (comparison, context) => First(
                comparison.Tasks.Where(pair => IsWanted(pair.Outcome, context) && (Wanted<TaskChange>("changed", context) is not { } changes || pair.Changes.Any(changes.Contains))),
                context));
            comparisons.Field("areaCounts", comparison => OutcomeCounts.Of(comparison.Areas.Select(pair => pair.Outcome)));
            comparisons.Field("componentCounts", comparison => OutcomeCounts.Of(comparison.Components.Select(pair => pair.Outcome)));
            comparisons.Field("taskCounts", comparison => OutcomeCounts.Of(comparison.Tasks.Select(pair => pair.Outcome)));
            comparisons.Field("isLimited", comparison => comparison.IsLimited);
        });
        bindings.Type<Compared<Area>>("AreaComparison", BindPair);
        bindings.Type<Compared<Component>>("ComponentComparison", BindPair);
        bindings.Type<ComparedTask>("TaskComparison", tasks =>
        {
            tasks.Field("outcome", pair => pair.Outcome);
            tasks.Field("before", pair => pair.Before);
            tasks.Field("after", pair => pair.After);
            tasks.Field("matchedBy", pair => pair.MatchedBy);
            tasks.Field("similarity", pair => pair.Similarity);
            tasks.Field("changes", pair => pair.Changes);
            tasks.Field("newLeadUnits", pair => pair.NewLeadUnits);
            tasks.Field("droppedLeadUnits", pair => pair.DroppedLeadUnits);
        });
        bindings.Type<OutcomeCounts>("ComparisonCounts", counts =>
        {
            counts.Field("unchanged", count => count.Unchanged);
            counts.Field("changed", count => count.Changed);
            counts.Field("new", count => count.New);
            counts.Field("dropped", count => count.Dropped);
        });
    }

    private static void BindPair<T>(TypeBinding<Compared<T>> pairs)
        where T : class
    {
        pairs.Field("outcome", pair => pair.Outcome);
        pairs.Field("before", pair => pair.Before);
        pairs.Field("after", pair => pair.After);
        pairs.Field("matchedBy", pair => pair.MatchedBy);
        pairs.Field("similarity", pair => pair.Similarity);
    }

    private static bool IsWanted(ComparisonOutcome outcome, FieldContext context) =>
        Wanted<ComparisonOutcome>("outcome", context) is not { } wanted || wanted.Contains(outcome);

    private static HashSet<T>? Wanted<T>(string argument, FieldContext context) => context.Argument<IReadOnlyList<object?>?>(argument)?.Cast<T>().ToHashSet();

    private static ImmutableArray<T> First<T>(IEnumerable<T> pairs, FieldContext context) => context.Argument<int?>("first") switch
    {
        null => [.. pairs],
        < 0 and var first => throw new GraphQLException(new GraphQLError($"`first` must not be negative, but it is {first}.") { Code = "HC0079" }),
        var first => [.. pairs.Take(first.Value)],
    };
}

/// <summary>How many rows have each outcome.</summary>
internal sealed record OutcomeCounts(int Unchanged, int Changed, int New, int Dropped)
{
    public static OutcomeCounts Of(IEnumerable<ComparisonOutcome> outcomes)
    {
        var counts = outcomes.CountBy(outcome => outcome).ToDictionary();
        return new(
            counts.GetValueOrDefault(ComparisonOutcome.Unchanged),
            counts.GetValueOrDefault(ComparisonOutcome.Changed),
            counts.GetValueOrDefault(ComparisonOutcome.New),
            counts.GetValueOrDefault(ComparisonOutcome.Dropped));
    }
}
