using System.Collections.Immutable;
using FsCheck.Fluent;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Grouping;
using GovGraph.Storage.Ordering;
using GovGraph.Storage.Paging;
using Xunit;

namespace GovGraph.Storage.Tests.Contract;

public abstract partial class PlanStoreContract
{
    private static readonly DateOnly s_asOf = new(2024, 3, 27);

    public static TheoryData<TaskGroupKey> GroupKeys => [.. Enum.GetValues<TaskGroupKey>()];

    [Theory, MemberData(nameof(GroupKeys))]
    public Task Groups_by_each_key_are_those_of_the_reference(TaskGroupKey key) => GroupsAreThoseOfTheReference(new() { By = [key], AsOf = s_asOf });

    [Fact]
    public async Task Random_groups_are_those_of_the_reference()
    {
        foreach (var query in RandomQueries.Groups(Ids).Sample(RandomFilters / 10))
        {
            await GroupsAreThoseOfTheReference(query with { Groups = new(), Periods = query.Periods is { } periods ? periods with { IncludeEmpty = false } : null });
        }
    }

    [Fact]
    public async Task Groups_are_filtered_by_their_counts_and_ordered_by_them()
    {
        var query = new GroupQuery
        {
            By = [TaskGroupKey.LeadUnit],
            AsOf = s_asOf,
            Groups = new()
            {
                Filter = Filter.And(FilterOperators.Compare("count", "gte", 5)!, FilterOperators.Compare("progress", "lt", 0.5)!),
                Order = [new OrderTerm("count", Descending: true)],
                WithTotalCount = true,
            },
        };

        var page = await Store.GroupTasks(query);
        var all = (await Store.GroupTasks(query with { Groups = new() })).Items;

        var expected = all.Where(group => group.Count >= 5 && group.Progress < 0.5).OrderByDescending(group => group.Count).ToList();
        Assert.NotEmpty(expected);
        Assert.True(expected.Count < all.Length);
        Assert.Equal(expected.Select(group => GroupReference.Line(group, query)), page.Items.Select(group => GroupReference.Line(group, query)));
        Assert.Equal(expected.Count, page.TotalCount);
    }

    [Fact]
    public async Task Pages_of_groups_go_on_where_the_last_one_ended_in_any_order()
    {
        foreach (var path in (string[])["count", "budgetTotal", "progress", "openOverdue", "key.component"])
        {
            ImmutableArray<OrderTerm> order = path == "key.component" ? [.. GroupedTasksFields.PartsOf(TaskGroupKey.Component).Select(part => new OrderTerm(part, true))] : [new(path, true)];
            var query = new GroupQuery { By = [TaskGroupKey.Component, TaskGroupKey.Status], AsOf = s_asOf, Groups = new() { Order = order } };
            var all = (await Store.GroupTasks(query)).Items.Select(group => GroupReference.Line(group, query)).ToList();

            var walked = new List<string>();
            for (string? after = null; ;)
            {
                var page = await Store.GroupTasks(query with { Groups = query.Groups with { Page = new() { First = 7, After = after } } });
                walked.AddRange(page.Items.Select(group => GroupReference.Line(group, query)));
                if (!page.HasNextPage)
                {
                    break;
                }

                after = page.EndCursor;
            }

            Assert.True(all.Count > 14);
            Assert.Equal(all, walked);
        }
    }

    [Fact]
    public async Task A_cursor_of_groups_belongs_to_its_keys()
    {
        var first = await Store.GroupTasks(new() { By = [TaskGroupKey.Status], AsOf = s_asOf, Groups = new() { Page = new() { First = 1 } } });

        var other = await Store.GroupTasks(new() { By = [TaskGroupKey.Program], AsOf = s_asOf, Groups = new() { Page = new() { First = 1, After = first.EndCursor } } });

        Assert.Equal(PageFaultKind.CursorOfAnotherQuery, other.Fault?.Kind);
    }

    [Fact]
    public async Task Empty_months_stand_between_the_others()
    {
        var query = new GroupQuery
        {
            By = [TaskGroupKey.Quarter, TaskGroupKey.Month],
            AsOf = s_asOf,
            Filter = Filter.Object("plan", Filter.Eq("year", 2024)),
            Periods = new(new DateOnly(2024, 1, 31), new DateOnly(2024, 5, 1), IncludeEmpty: true),
        };

        var months = (await Store.GroupTasks(query)).Items;

        Assert.Equal(
            ["1 1", "1 2", "1 3", "2 4", "2 5"],
            months.Select(group => $"{group.Key.Quarter!.Quarter} {group.Key.Month!.Month}"));
        Assert.Equal(
            Enumerable.Range(1, 5).Select(month => Tasks.Count(task => task.Plan.Year == 2024 && task.CurrentDeadline.Steps.Any(step => step.Due.Year == 2024 && step.Due.Month == month))),
            months.Select(group => group.Count));
        Assert.Contains(months, group => group.Count == 0);
        Assert.Contains(months, group => group.Count > 0);
    }

    [Fact]
    public async Task Where_nothing_matches_empty_quarters_are_all_there_is()
    {
        var query = new GroupQuery
        {
            By = [TaskGroupKey.Quarter],
            AsOf = s_asOf,
            Filter = Filter.Eq("id", "none"),
            Periods = new(new DateOnly(2023, 11, 1), new DateOnly(2024, 5, 1), IncludeEmpty: true),
        };

        var quarters = (await Store.GroupTasks(query)).Items;

        Assert.Equal(["2023 4", "2024 1", "2024 2"], quarters.Select(group => $"{group.Key.Quarter!.Year} {group.Key.Quarter!.Quarter}"));
        Assert.All(quarters, group => Assert.Equal((0, 0L, null), (group.Count, group.BudgetTotal, group.Progress)));
    }

    [Fact]
    public async Task Empty_months_come_with_each_other_key_that_has_any()
    {
        var query = new GroupQuery
        {
            By = [TaskGroupKey.Month, TaskGroupKey.Status],
            AsOf = s_asOf,
            Periods = new(new DateOnly(2024, 2, 1), new DateOnly(2024, 5, 31), IncludeEmpty: true),
        };

        var groups = (await Store.GroupTasks(query)).Items;

        var statuses = Tasks.Where(task => task.CurrentDeadline.Steps.Any(step => step.Due >= query.Periods.From && step.Due <= query.Periods.To))
            .Select(task => task.Status).Distinct().Order().ToList();
        Assert.Equal(
            from month in (int[])[2, 3, 4, 5] from status in statuses select (month, status),
            groups.Select(group => (group.Key.Month!.Month, group.Key.Status!.Value)));
        Assert.Contains(groups, group => group.Count == 0);
        Assert.Contains(groups, group => group.Count > 0);
    }

    private async Task GroupsAreThoseOfTheReference(GroupQuery query)
    {
        var groups = (await Store.GroupTasks(query)).Items.Select(group => GroupReference.Line(group, query)).ToList();
        var expected = GroupReference.Lines(query, Tasks).ToList();

        Assert.True(
            expected.Order(StringComparer.Ordinal).SequenceEqual(groups.Order(StringComparer.Ordinal)),
            $"{query}\nexpected:\n{string.Join('\n', expected)}\nfound:\n{string.Join('\n', groups)}");
    }
}
