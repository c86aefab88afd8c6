using System.Collections.Immutable;
using FsCheck.Fluent;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage.Ordering;
using Xunit;

namespace GovGraph.Storage.Tests.Contract;

public abstract partial class PlanStoreContract
{
    private static readonly string[] TaskPaths =
    [
        "id", "code", "title", "text", "target", "expectedResult", "note", "status", "completedOn", "budget", "ordinal", "deadline.dueDate",
        "deadline.firstDueDate", "deadline.text", "deadline.isExclusive", "plan.year", "plan.date", "plan.issuer.name", "plan.program", "area.code",
        "area.title", "component.code", "component.title", "plan.summary.openOverdue", "area.summary.progress",
    ];

    private static readonly string[] PlanPaths =
    [
        "id", "title", "number", "date", "year", "program", "level", "place", "budget", "issuer.id", "issuer.name", "issuer.place", "summary.total",
        "summary.progress", "summary.nextDeadline", "summary.completed", "summary.openOverdue", "summary.noDeadline",
    ];

    private static readonly string[] UnitPaths = ["id", "name", "issuer.id", "issuer.name", "issuer.place"];

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
                Reference.Ordered(units, order, new OrderTerm("id")).Select(unit => unit.Id),
                (await Store.FindUnits(new Query<Unit> { Order = order })).Items.Select(unit => unit.Id),
                string.Join(", ", order));
        }
    }
}
