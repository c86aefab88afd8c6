using System.Collections.Immutable;
using FsCheck.Fluent;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;
using GovGraph.Storage.Paging;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Tests.Contract;

public abstract partial class PlanStoreContract
{
    private static readonly string[] TaskPaths =
    [
        "id", "code", "title", "text", "target", "expectedResult", "note", "status", "completedOn", "budget", "ordinal", "deadline.dueDate",
        "deadline.firstDueDate", "currentDeadline.dueDate", "currentDeadline.firstDueDate", "deadline.text", "deadline.isExclusive", "plan.year", "plan.date", "plan.issuer.name", "plan.program", "area.code",
        "area.title", "component.code", "component.title", "plan.summary.openOverdue", "area.summary.progress",
    ];

    private static readonly string[] PlanPaths =
    [
        "id", "title", "number", "date", "year", "program", "level", "place", "budget", "issuer.id", "issuer.name", "issuer.place", "summary.total",
        "summary.progress", "summary.nextDeadline", "summary.completed", "summary.openOverdue", "summary.noDeadline",
    ];

    private static readonly string[] UnitPaths = ["id", "name", "issuer.id", "issuer.name", "issuer.place", "summary.total", "summary.progress", "summary.nextDeadline", "summary.openOverdue"];

    public static TheoryData<string, bool> TaskOrders => new(
        from path in TaskPaths from isFalling in new[] { false, true } select new TheoryDataRow<string, bool>(path, isFalling));

    [Fact]
    public async Task Tasks_stand_plan_by_plan_in_the_order_of_print()
    {
        var found = (await Store.FindTasks(new Query<PlanTask>())).Items;

        Assert.Equal(
            SamplePlans.All.OrderBy(plan => plan.Id, StringComparer.Ordinal).SelectMany(plan => plan.Tasks).Select(task => task.Id),
            found.Select(task => task.Id));
    }

    [Theory, MemberData(nameof(TaskOrders))]
    public async Task Tasks_are_ordered_by_each_path_null_first_when_rising(string path, bool descending)
    {
        ImmutableArray<OrderTerm> order = [new(path, descending) { AsOf = new DateOnly(2024, 3, 30) }];

        var expected = Reference.Ordered(Tasks, order, new("plan.id"), new("ordinal")).Select(task => task.Id);
        AreSame(expected, (await Store.FindTasks(new Query<PlanTask> { Order = order })).Items.Select(task => task.Id), order[0]);
    }

    [Fact]
    public async Task Random_orders_are_those_of_the_reference()
    {
        var units = (await Store.FindUnits(new Query<Unit>())).Items;
        for (var i = 0; i < 100; i++)
        {
            var order = RandomQueries.Orders(TaskPaths).Sample(1).Single();
            AreSame(
                Reference.Ordered(Tasks, order, new("plan.id"), new("ordinal")).Select(task => task.Id),
                (await Store.FindTasks(new Query<PlanTask> { Order = order })).Items.Select(task => task.Id),
                string.Join(", ", order));

            order = RandomQueries.Orders(PlanPaths).Sample(1).Single();
            AreSame(
                Reference.Ordered(Plans, order, new OrderTerm("id")).Select(plan => plan.Id),
                (await Store.FindPlans(new Query<Plan> { Order = order })).Items.Select(plan => plan.Id),
                string.Join(", ", order));

            order = RandomQueries.Orders(UnitPaths).Sample(1).Single();
            AreSame(
                Reference.Ordered(units.Select(unit => new UnitOfAllPlans(unit, Tasks)), order, new OrderTerm("id")).Select(unit => unit.Unit.Id),
                (await Store.FindUnits(new Query<Unit> { Order = order })).Items.Select(unit => unit.Id),
                string.Join(", ", order));
        }
    }

    [Fact]
    public async Task Units_are_walked_through_by_the_tasks_that_they_lead_in_a_year()
    {
        var scope = new SummaryScope(new DateOnly(2024, 3, 30), UnitRoles.Lead | UnitRoles.Implementing, 2024);
        var wanted = Filter.Summary(scope, "total", new Comparison("total", FilterOperator.Gt, 0));
        var query = new Query<Unit>
        {
            Filter = wanted,
            Order = [new("summary.openOverdue", Descending: true) { Summary = scope }, new("summary.nextDeadline") { Summary = scope with { Year = null } }, new("summary.progress") { Summary = scope }],
            Page = new() { First = 4 },
            WithTotalCount = true,
        };
        var units = (await Store.FindUnits(new Query<Unit>())).Items.Select(unit => new UnitOfAllPlans(unit, Tasks)).Where(unit => Reference.Matches(unit, wanted));
        var expected = Reference.Ordered(units, query.Order, new OrderTerm("id")).Select(unit => unit.Unit.Id).ToList();
        Assert.InRange(expected.Count, 5, 1000);

        var walked = new List<string>();
        for (var isMore = true; isMore;)
        {
            var page = await Store.FindUnits(query);
            Assert.Equal((null, expected.Count), (page.Fault, page.TotalCount));
            walked.AddRange(page.Items.Select(unit => unit.Id));
            query = query with { Page = query.Page with { After = page.EndCursor } };
            isMore = page.HasNextPage;
        }

        Assert.Equal(expected, walked);
    }

    [Fact]
    public async Task A_cursor_of_a_summary_of_other_roles_is_refused()
    {
        var asOf = new DateOnly(2024, 3, 30);
        var page = await Store.FindUnits(new Query<Unit> { Order = [new("summary.total") { Summary = asOf }], Page = new() { First = 1 } });

        var other = await Store.FindUnits(new Query<Unit> { Order = [new("summary.total") { Summary = new(asOf, UnitRoles.Lead) }], Page = new() { First = 1, After = page.EndCursor } });

        Assert.Equal(PageFaultKind.CursorOfAnotherQuery, other.Fault?.Kind);
    }

    [Fact]
    public async Task The_figures_of_a_unit_are_those_of_now()
    {
        var scope = new SummaryScope(new DateOnly(2024, 3, 30), UnitRoles.Lead);
        var task = Tasks.First(task => task.Status == TaskStatus.NotStarted && !task.Units(UnitRole.Lead).IsEmpty);
        var lead = task.Units(UnitRole.Lead)[0].Id;
        var underWay = await UnderWay();

        Assert.Null((await Store.ChangeTask(task.Id, null, found => found.ChangeStatus(TaskStatus.InProgress, null, new DateOnly(2024, 3, 15)), SampleStore.Record)).Refusal);

        Assert.Equal(underWay + 1, await UnderWay());

        async Task<int> UnderWay()
        {
            for (var count = 0; ; count++)
            {
                var filter = Filter.And(Filter.Eq("id", lead), Filter.Summary(scope, "inProgress", Filter.Eq("inProgress", count)));
                if ((await Store.FindUnits(new Query<Unit> { Filter = filter })).Items.Length > 0) return count;
            }
        }
    }
}
