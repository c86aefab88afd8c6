using System.Text.Json;
using Xunit;

namespace GovGraph.Api.Tests.Search;

public sealed class SearchFieldsTests : IAsyncLifetime
{
    private ExecutionTest _plans = null!;

    public async ValueTask InitializeAsync() => _plans = await ExecutionTest.WithTheFivePlans();

    public ValueTask DisposeAsync() => _plans.DisposeAsync();

    [Fact]
    public async Task A_hit_tells_its_node_its_score_and_where_the_words_stand() => Assert.Equal(
        """
        {"data":{"search":{"totalCount":1,"edges":[{"node":{"score":32,"node":{"__typename":"Component","id":"thuong-lo-2020-cchc/3.2"},"plan":{"id":"thuong-lo-2020-cchc"},"highlights":[{"field":"title","fragments":[{"text":"Thực hiện cơ chế ","isMatch":false},{"text":"một","isMatch":true},{"text":" ","isMatch":false},{"text":"cửa","isMatch":true},{"text":", cơ chế ","isMatch":false},{"text":"một","isMatch":true},{"text":" ","isMatch":false},{"text":"cửa","isMatch":true},{"text":" liên thông","isMatch":false}]}]}}]}}}
        """.Trim(),
        await _plans.Send("""
            {
              search(text: "mot cua", kinds: [COMPONENT], plan: { id: { eq: "thuong-lo-2020-cchc" } }) {
                totalCount
                edges { node { score node { __typename id } plan { id } highlights { field fragments { text isMatch } } } }
              }
            }
            """));

    [Theory]
    [InlineData("", "The text to search for holds no word: give at least one letter or digit.")]
    [InlineData("\" * \" & -", "The text to search for holds no word: give at least one letter or digit.")]
    [InlineData("a* b* c* d* e* f* g* h* i* k* l* m* n* o* p* q* r* s* t* u* v* x* y* z* a* b* c* d* e* f* g* h* i*", "The text to search for has 33 words; at most 32 are taken.")]
    public async Task What_can_t_be_searched_for_is_refused_with_what_to_do(string text, string message) => Assert.Equal(
        $$$"""{"data":{"search":null},"errors":[{"message":"{{{message}}}","locations":[{"line":1,"column":20}],"path":["search"],"extensions":{"code":"SEARCH_TEXT_INVALID"}}]}""",
        await Search(text));

    [Theory]
    [InlineData("\"không đóng")]
    [InlineData("𡦂 \ud83d\ude00")]
    [InlineData("$where {$gt: 1} [a-z]* (.*)+$ \\")]
    [InlineData("a* b* c* d* e* f* g* h* i* k* l* m* n* o* p* q* r* s* t* u* v* x* y* z* a* b* c* d* e* f* g* h*")]
    [InlineData("********************************************** a ******************************")]
    public async Task Whatever_else_is_typed_is_searched_for(string text) => Assert.StartsWith(
        """{"data":{"search":{"totalCount":""", await Search(text), StringComparison.Ordinal);

    [Fact]
    public async Task No_kind_finds_nothing_and_one_named_twice_counts_once() => Assert.Equal(
        """{"data":{"none":{"totalCount":0},"once":{"totalCount":1},"twice":{"totalCount":1}}}""",
        await _plans.Send("""
            {
              none: search(text: "xa", kinds: []) { totalCount }
              once: search(text: "01/KH-UBND", kinds: [PLAN]) { totalCount }
              twice: search(text: "01/KH-UBND", kinds: [PLAN, PLAN]) { totalCount }
            }
            """));

    [Fact]
    public async Task A_cursor_goes_on_where_the_page_ended()
    {
        var all = await Ids("first: 20");
        var pages = new List<string>();
        var after = "";
        while (pages.Count < 20)
        {
            var data = JsonDocument.Parse(await _plans.Send($$"""{ search(text: "thu tuc", first: 7{{after}}) { nodes { node { id } } pageInfo { endCursor } } }""")).RootElement.GetProperty("data").GetProperty("search");
            pages.AddRange(data.GetProperty("nodes").EnumerateArray().Select(hit => hit.GetProperty("node").GetProperty("id").GetString()!));
            after = $", after: \"{data.GetProperty("pageInfo").GetProperty("endCursor").GetString()}\"";
        }

        Assert.Equal(all, pages.Take(20));
    }

    [Fact]
    public async Task A_page_may_not_be_longer_than_others() => Assert.Contains(
        "HC0051", await _plans.Send("""{ search(text: "a", first: 51) { totalCount } }"""), StringComparison.Ordinal);

    private async Task<IEnumerable<string>> Ids(string page) =>
        [.. JsonDocument.Parse(await _plans.Send($$"""{ search(text: "thu tuc", {{page}}) { nodes { node { id } } } }""")).RootElement
            .GetProperty("data").GetProperty("search").GetProperty("nodes").EnumerateArray().Select(hit => hit.GetProperty("node").GetProperty("id").GetString()!)];

    private Task<string> Search(string text) =>
        _plans.Send("query($t: String!){search(text: $t) { totalCount } }", JsonSerializer.Serialize(new { t = text }));
}
