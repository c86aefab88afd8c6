using System.Collections.Immutable;
using FsCheck.Fluent;
using GovGraph.Plans.Search;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Paging;
using GovGraph.Storage.Search;
using Xunit;

namespace GovGraph.Storage.Tests.Contract;

public abstract partial class PlanStoreContract
{
    [Fact]
    public async Task Searches_find_what_the_reference_finds_in_its_order()
    {
        foreach (var query in RandomQueries.Searches(Ids).Sample(RandomFilters))
        {
            var expected = ReferenceSearch.Hits(Plans, query).ToImmutableArray();
            var page = await Store.Search(query with { WithTotalCount = true });
            Assert.True(expected.SequenceEqual(page.Items.Select(Print)), $"{query}\nexpected: {string.Join("; ", expected)}\nfound:    {string.Join("; ", page.Items.Select(Print))}");
            Assert.Equal(expected.Length, page.TotalCount);
            Assert.All(page.Items, hit => Assert.NotEmpty(hit.Highlights));
        }
    }

    [Fact]
    public async Task Pages_of_a_search_are_cut_as_the_reference_cuts_them()
    {
        foreach (var query in RandomQueries.Searches(Ids).Sample(RandomWalks))
        {
            var all = ReferenceSearch.Hits(Plans, query).ToImmutableArray();
            var (forward, backward) = (new List<string>(), new List<string>());
            for (var page = await Store.Search(query with { Page = new() { First = 3 } }); ; page = await Store.Search(query with { Page = new() { First = 3, After = page.EndCursor } }))
            {
                Assert.Equal(forward.Count > 0, page.HasPreviousPage);
                forward.AddRange(page.Items.Select(Print));
                Assert.Equal(forward.Count < all.Length, page.HasNextPage);
                if (!page.HasNextPage)
                {
                    break;
                }
            }

            for (var page = await Store.Search(query with { Page = new() { Last = 4 } }); ; page = await Store.Search(query with { Page = new() { Last = 4, Before = page.StartCursor } }))
            {
                backward.InsertRange(0, page.Items.Select(Print));
                if (!page.HasPreviousPage)
                {
                    break;
                }
            }

            Assert.Equal(all, forward);
            Assert.Equal(all, backward);
        }
    }

    [Fact]
    public async Task Walking_through_a_search_is_not_disturbed_by_plans_that_come_meanwhile()
    {
        var query = new SearchQuery(Wanted("ra soat")) { Page = new() { First = 4 } };
        var expected = (await Store.Search(query with { Page = PageRequest.All })).Items.Select(Print).ToList();
        var walked = new List<string>();
        for (var page = await Store.Search(query); ; page = await Store.Search(query with { Page = new() { First = 4, After = page.EndCursor } }))
        {
            walked.AddRange(page.Items.Select(Print));
            if (!page.HasNextPage)
            {
                break;
            }

            if (walked.Count <= 8)
            {
                await Store.Insert(SamplePlans.Small($"a{walked.Count}", 8), SampleStore.Record);
                await Store.Insert(SamplePlans.Small($"z{walked.Count}", 8), SampleStore.Record);
            }
        }

        Assert.Equal(expected, walked.Where(hit => expected.Contains(hit)));
        Assert.True(walked.Count > expected.Count);
        Assert.Equal(walked.Count, walked.Distinct().Count());
    }

    [Fact]
    public async Task A_plan_that_was_just_taken_in_is_found()
    {
        Assert.Empty((await Store.Search(new SearchQuery(Wanted("ke hoach nho")) { Kinds = [SearchKind.Plan] })).Items);

        await Store.Insert(SamplePlans.Small("moi", 2), SampleStore.Record);

        // Eight times seven in the title: three words, three more as they stand together, one since nothing else stands there. And 'Nhỏ' in the body's name.
        Assert.Equal(["moi-2024-cchc 60"], (await Store.Search(new SearchQuery(Wanted("ke hoach nho")) { Kinds = [SearchKind.Plan] })).Items.Select(Print));
    }

    [Fact]
    public async Task A_hit_is_the_node_as_it_is_now()
    {
        var query = new SearchQuery(Wanted("ra soat")) { Kinds = [SearchKind.Task], Page = new() { First = 1 } };
        var found = (PlanTask)(await Store.Search(query)).Items.Single().Node;

        var changed = await Store.ChangeTask(found.Id, null, task => task.AddEvidence(SampleStore.Document(77)), SampleStore.Record);

        Assert.Equal(changed.Value!.Version, ((PlanTask)(await Store.Search(query)).Items.Single().Node).Version);
    }

    [Fact]
    public async Task A_cursor_of_a_search_belongs_to_what_was_searched_for()
    {
        var query = new SearchQuery(Wanted("Rà  soát")) { Page = new() { First = 2 } };
        var end = (await Store.Search(query)).EndCursor;

        Assert.Null((await Store.Search(new SearchQuery(Wanted("rà SOÁT")) { Page = new() { After = end } })).Fault);
        foreach (var other in (SearchQuery[])[new(Wanted("ra soat")), new(Wanted("\"rà soát\"")), query with { Kinds = [SearchKind.Task] }, query with { Plans = Filter.Eq("year", 2024) }])
        {
            Assert.Equal(
                new PageFault(
                    PageFaultKind.CursorOfAnotherQuery, "after", "The cursor specified in `after` belongs to another query: use a cursor only with the `text`, `kinds` and `plan` that gave it."),
                (await Store.Search(other with { Page = new() { After = end } })).Fault);
        }

        Assert.Equal(PageFaultKind.CursorUnreadable, (await Store.Search(query with { Page = new() { Before = "!" } })).Fault?.Kind);
        Assert.Equal(PageFaultKind.NegativeCount, (await Store.Search(query with { Page = new() { First = -1 } })).Fault?.Kind);
    }

    private static WantedText Wanted(string text) => WantedText.Read(text, out _)!;

    private static string Print(SearchHit hit) => $"{hit.Node.Id} {hit.Score}";
}
