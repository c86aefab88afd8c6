using System.Collections.Immutable;
using GovGraph.Api.Paging;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Paging;

namespace GovGraph.Api.Units;

/// <summary>The tasks that a unit takes part in, in all plans of its body.</summary>
internal static class UnitTasks
{
    public static ValueTask<Page<PlanTask>> Find(Unit unit, FieldContext context) =>
        Connections.Find(FieldMaps.Tasks, context.Get<PlanStore>().FindTasks, context, Of(unit, context));

    public static async ValueTask<TaskSummary> Summary(Unit unit, FieldContext context)
    {
        var filter = context.Argument<int?>("year") is { } year ? Filter.And(Of(unit, context), OfYears(year)) : Of(unit, context);
        var page = await context.Get<PlanStore>().FindTasks(new Query<PlanTask> { Filter = filter }, context.CancellationToken);
        return new TaskSummary(page.Items, context.Argument<DateOnly?>("asOf") ?? context.Get<Moment>().Today);
    }

    /// <summary>Tasks that a unit with this id takes part in; in any role where none is named.</summary>
    public static Filter OfUnit(string id, params ImmutableArray<UnitRole> roles)
    {
        var unit = Filter.Object("unit", Filter.Eq("id", id));
        return Filter.Some("assignments", roles.IsEmpty ? unit : Filter.And(unit, Filter.In("role", [.. roles.Select(role => (object?)role)])));
    }

    /// <summary>Tasks in the plans for these years.</summary>
    public static Filter OfYears(params ImmutableArray<int> years) =>
        Filter.Object("plan", Filter.In("year", [.. years.Select(year => (object?)year)]));

    private static Filter Of(Unit unit, FieldContext context) =>
        OfUnit(unit.Id, [.. (context.Argument<IReadOnlyList<object?>?>("role") ?? []).Cast<UnitRole>()]);
}
