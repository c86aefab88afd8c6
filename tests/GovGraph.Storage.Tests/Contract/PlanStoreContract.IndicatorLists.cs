using System.Collections.Immutable;
using FsCheck.Fluent;
using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;
using GovGraph.Storage.Paging;
using Xunit;

namespace GovGraph.Storage.Tests.Contract;

public abstract partial class PlanStoreContract
{
    private static readonly OrderTerm[] IndicatorTail = [new("plan.id"), new("ordinal")];

    private static readonly string[] IndicatorPaths =
        ["id", "code", "title", "unit", "target", "isBelowTarget", "achievement", "plan.id", "plan.year", "area.code"];

    [Fact]
    public async Task Indicators_stand_plan_by_plan_in_the_order_of_print()
    {
        await SampleStore.FillIndicators(Store);

        var page = await Store.FindIndicators(new Query<Indicator> { WithTotalCount = true });

        Assert.Equal(
            [.. Numbered("ind0-2022-cchc", 11), .. Numbered("ind1-2023-cchc", 11), .. Numbered("ind2-2024-cchc", 11)],
            page.Items.Select(indicator => indicator.Id));
        Assert.Equal(33, page.TotalCount);
    }

    [Fact]
    public async Task Random_filters_find_the_indicators_of_the_reference()
    {
        var all = await Indicators();
        foreach (var filter in RandomQueries.Filters(FieldMaps.Indicators, [all[0].Id, all[^1].Plan.Id, .. Ids]).Sample(RandomFilters))
        {
            var expected = all.Where(indicator => Reference.Matches(indicator, filter)).Select(indicator => indicator.Id);
            AreSame(expected, (await Store.FindIndicators(new Query<Indicator> { Filter = filter })).Items.Select(indicator => indicator.Id), filter);
        }
    }

    [Fact]
    public async Task What_is_below_its_target_is_walked_through_the_farthest_first()
    {
        var all = await Indicators();
        var query = new Query<Indicator> { Filter = Filter.Eq("isBelowTarget", true), Order = [new("achievement")], Page = new() { First = 2 }, WithTotalCount = true };
        var expected = Reference.Ordered(all.Where(indicator => indicator.IsBelowTarget is true), query.Order, IndicatorTail).Select(indicator => indicator.Id).ToList();
        Assert.InRange(expected.Count, 3, 30);

        Assert.Equal(expected, await WalkIndicators(query, expected.Count));
    }

    [Fact]
    public async Task Pages_of_indicators_make_the_whole_list_in_each_order()
    {
        var all = await Indicators();
        foreach (var path in IndicatorPaths.Append(null))
        {
            var query = new Query<Indicator> { Order = path is null ? [] : [new(path, Descending: true)], Page = new() { First = 7 }, WithTotalCount = true };

            Assert.Equal(Reference.Ordered(all, query.Order, IndicatorTail).Select(indicator => indicator.Id), await WalkIndicators(query, all.Length));
        }
    }

    [Fact]
    public async Task The_first_indicators_are_a_page_without_a_count_too()
    {
        await SampleStore.FillIndicators(Store);

        var page = await Store.FindIndicators(new Query<Indicator> { Page = new() { First = 2 } });
        var last = await Store.FindIndicators(new Query<Indicator> { Page = new() { Last = 2 } });

        Assert.Equal(Numbered("ind0-2022-cchc", 2), page.Items.Select(indicator => indicator.Id));
        Assert.Equal((true, false, null), (page.HasNextPage, page.HasPreviousPage, page.TotalCount));
        Assert.Equal(Numbered("ind2-2024-cchc", 11)[^2..], last.Items.Select(indicator => indicator.Id));
        Assert.Equal(PageFaultKind.NegativeCount, (await Store.FindIndicators(new Query<Indicator> { Page = new() { First = -1 } })).Fault?.Kind);
    }

    [Fact]
    public async Task Indicators_are_read_as_they_stood()
    {
        await SampleStore.FillIndicators(Store);
        var below = new Query<Indicator> { Filter = Filter.Eq("isBelowTarget", true) };
        var then = (await Store.FindIndicators(below)).Items.Select(indicator => indicator.Id).ToList();

        var better = Period.Month(2022, 12);
        await Store.ChangeIndicator(
            then[0], null, indicator => indicator.RecordValue(new() { Period = better, Value = 1000, RecordedAt = SampleStore.Moment }), Minute(5));

        Assert.Equal(then[1..], (await Store.FindIndicators(below)).Items.Select(indicator => indicator.Id));
        Assert.Equal(then, (await Store.At(Minute(4).At).FindIndicators(below)).Items.Select(indicator => indicator.Id));
    }

    [Fact]
    public async Task Who_sees_some_bodies_finds_only_their_indicators()
    {
        await SampleStore.FillIndicators(Store);
        await using var visible = new VisiblePlanStore(Store, ["ind1"]);
        var query = new Query<Indicator> { Filter = Filter.Exists("title"), WithTotalCount = true };

        foreach (var page in (Page<Indicator>[])[await visible.FindIndicators(query), await visible.At(Minute(1).At).FindIndicators(query)])
        {
            Assert.Equal(Numbered("ind1-2023-cchc", 11), page.Items.Select(indicator => indicator.Id));
            Assert.Equal(11, page.TotalCount);
        }
    }

    private static string[] Numbered(string plan, int count) => [.. Enumerable.Range(1, count).Select(number => $"{plan}/2.{number}")];

    private async Task<ImmutableArray<Indicator>> Indicators()
    {
        await SampleStore.FillIndicators(Store);
        return (await Store.FindIndicators(new Query<Indicator>())).Items;
    }

    private async Task<List<string>> WalkIndicators(Query<Indicator> query, int total)
    {
        var walked = new List<string>();
        while (true)
        {
            var page = await Store.FindIndicators(query);
            Assert.Equal((null, total), (page.Fault, page.TotalCount));
            Assert.Equal(walked.Count > 0, page.HasPreviousPage);
            walked.AddRange(page.Items.Select(indicator => indicator.Id));
            if (!page.HasNextPage)
            {
                return walked;
            }

            query = query with { Page = query.Page with { After = page.EndCursor } };
        }
    }
}
