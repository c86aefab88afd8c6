using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Units;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Grouping;
using GovGraph.Storage.MongoDb.Queries;
using GovGraph.Storage.Ordering;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.MongoDb.Paging;

/// <summary>Puts the nodes that the keys of groups name in their places; a page of them needs a query for each kind of node.</summary>
internal sealed class GroupNodes(MongoStore store)
{
    private static readonly string[] UnitMembers = ["leadUnit", "coordinatingUnit", "implementingUnit", "unit"];
    private static readonly string[] PlanMembers = ["plan", "areaPlan", "componentPlan"];

    private Dictionary<string, Unit> _units = [];
    private Dictionary<string, Plan> _plans = [];
    private Dictionary<string, Issuer> _issuers = [];

    public async Task<ImmutableArray<GroupedTasks>> Name(IReadOnlyList<GroupRow> rows, CancellationToken cancellation)
    {
        if (Ids(rows, UnitMembers) is { IsEmpty: false } units)
            _units = (await store.FindUnits(new Query<Unit> { Filter = Filter.In("id", units) }, cancellation).ConfigureAwait(false)).Items.ToDictionary(unit => unit.Id);
        if (Ids(rows, PlanMembers) is { IsEmpty: false } plans)
            _plans = (await store.FindPlans(new Query<Plan> { Filter = Filter.In("id", plans) }, cancellation).ConfigureAwait(false)).Items.ToDictionary(plan => plan.Id);
        if (Ids(rows, "issuer") is { IsEmpty: false } issuers)
            _issuers = (await store.FindPlans(OfIssuers(issuers), cancellation).ConfigureAwait(false)).Items
                .GroupBy(plan => plan.Issuer.Id).ToDictionary(group => group.Key, group => group.Last().Issuer);
        return [.. rows.Select(Group)];
    }

    private static ImmutableArray<object?> Ids(IReadOnlyList<GroupRow> rows, params string[] members) =>
        [.. rows.SelectMany(row => members.Select(row.Id)).OfType<string>().Distinct()];

    // The latest plan of a body comes last.
    private static Query<Plan> OfIssuers(ImmutableArray<object?> ids) =>
        new() { Filter = Filter.Object("issuer", Filter.In("id", ids)), Order = [new OrderTerm("year")] };

    private GroupedTasks Group(GroupRow row) => new()
    {
        Key = new GroupedTasksKey
        {
            LeadUnit = Find(_units, row.Id("leadUnit")),
            CoordinatingUnit = Find(_units, row.Id("coordinatingUnit")),
            ImplementingUnit = Find(_units, row.Id("implementingUnit")),
            Unit = Find(_units, row.Id("unit")),
            Area = row.Number("area") is { } area ? AreaOf(row, "areaPlan", area) : null,
            Component = row.Number("component") is { } component ? AreaOf(row, "componentPlan", row.Number("componentArea"))?.Components[component] : null,
            Plan = Find(_plans, row.Id("plan")),
            Issuer = Find(_issuers, row.Id("issuer")),
            Program = Named<ReformProgram>(row, "program"),
            Level = Named<AdministrativeLevel>(row, "level"),
            Year = row.Number("year"),
            Status = Named<TaskStatus>(row, "status"),
            DeadlineState = Named<DeadlineState>(row, "deadlineState"),
            DeadlineKind = Named<DeadlineKind>(row, "deadlineKind"),
            Month = row.Day("month") is { } month ? CalendarMonth.Of(month) : null,
            Quarter = row.Day("quarter") is { } quarter ? CalendarQuarter.Of(quarter) : null,
        },
        Count = row.Count("count"),
        BudgetTotal = row.Counts["budgetTotal"],
        Statuses = Counts<TaskStatus>(row),
        DeadlineStates = Counts<DeadlineState>(row),
    };

    private Area? AreaOf(GroupRow row, string plan, int? place) => place is { } found ? Find(_plans, row.Id(plan))?.Areas[found] : null;

    private static T? Find<T>(Dictionary<string, T> nodes, string? id)
        where T : class => id is null ? null : nodes.GetValueOrDefault(id);

    private static T? Named<T>(GroupRow row, string member)
        where T : struct, Enum => row.Id(member) is { } name ? Enum.GetValues<T>()[Array.IndexOf(Stored.NamesOf(typeof(T)), name)] : null;

    private static ImmutableArray<int> Counts<T>(GroupRow row)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => row.Count(FieldName.Of(value)))];
}
