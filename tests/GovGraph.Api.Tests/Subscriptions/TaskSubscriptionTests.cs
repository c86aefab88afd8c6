using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GovGraph.Api.Access;
using GovGraph.Api.Subscriptions;
using GovGraph.GraphQL.Execution;
using GovGraph.Storage.Access;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Api.Tests.Subscriptions;

public sealed partial class TaskSubscriptionTests
{
    private const string Told = "isMatch task { code status deadlineState } change { kind changes { field before after } }";

    private static readonly RequestExecutor s_executor = new(ApiSchema.Bind(), new ExecutionOptions());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_told_with_its_task_and_what_it_changed()
    {
        await using var store = await FollowedStore.Open();
        using var tail = Tail(store);

        var told = await Tell(store, tail, $"subscription {{ onTaskChanged {{ {Told} }} }}", 1, () => store.Set("1.1", TaskStatus.InProgress));

        Assert.Equal(
            ["""{"data":{"onTaskChanged":{"isMatch":true,"task":{"code":"1.1","status":"IN_PROGRESS","deadlineState":"OPEN_OVERDUE"},"change":{"kind":"STATUS_CHANGED","changes":[{"field":"status","before":"NOT_STARTED","after":"IN_PROGRESS"}]}}}}"""],
            told);
    }

    [Fact]
    public async Task A_task_that_leaves_the_filter_is_told_once_more()
    {
        await using var store = await FollowedStore.Open();
        using var tail = Tail(store);

        var told = await Tell(store, tail, "subscription { onTaskChanged(where: { status: { eq: IN_PROGRESS } }) { isMatch task { code status } } }", 3, async () =>
        {
            await store.Set("1.1", TaskStatus.InProgress);
            await store.Set("1.2", TaskStatus.Cancelled);
            await store.Set("1.1", TaskStatus.Suspended);
            await store.Set("1.1", TaskStatus.Cancelled);
            await store.Set("1.3", TaskStatus.InProgress);
        });

        Assert.Equal(
            [
                """{"data":{"onTaskChanged":{"isMatch":true,"task":{"code":"1.1","status":"IN_PROGRESS"}}}}""",
                """{"data":{"onTaskChanged":{"isMatch":false,"task":{"code":"1.1","status":"SUSPENDED"}}}}""",
                """{"data":{"onTaskChanged":{"isMatch":true,"task":{"code":"1.3","status":"IN_PROGRESS"}}}}""",
            ],
            told);
    }

    [Fact]
    public async Task Whoever_comes_back_with_a_cursor_is_told_what_came_behind_it()
    {
        await using var store = await FollowedStore.Open();
        using var tail = Tail(store);
        var first = await Tell(store, tail, "subscription { onTaskChanged { cursor } }", 1, () => store.Toggle("1.1", 3));
        var cursor = Cursors().Match(first[0]).Groups["cursor"].Value;

        var told = await Tell(store, tail, $"subscription {{ onTaskChanged(after: \"{cursor}\") {{ change {{ planVersion }} }} }}", 3, () => store.Set("1.2", TaskStatus.InProgress));

        Assert.Equal([3, 4, 5], told.Select(response => JsonDocument.Parse(response).RootElement.GetProperty("data").GetProperty("onTaskChanged").GetProperty("change").GetProperty("planVersion").GetInt32()));
    }

    [Fact]
    public async Task The_cursors_of_changes_are_good_for_it_too()
    {
        await using var store = await FollowedStore.Open();
        using var tail = Tail(store);
        using var page = await s_executor.ExecuteAsync(Request(store, tail, "{ changes(last: 1) { pageInfo { endCursor } } }"), Cancellation);
        var cursor = Cursors().Match(Encoding.UTF8.GetString(page.Body.Span)).Groups["cursor"].Value;
        await store.Set("1.1", TaskStatus.InProgress);

        Assert.Equal(
            ["""{"data":{"onTaskChanged":{"task":{"code":"1.1"}}}}"""],
            await Tell(store, tail, $"subscription {{ onTaskChanged(after: \"{cursor}\") {{ task {{ code }} }} }}", 1, () => Task.CompletedTask));
    }

    [Theory]
    [InlineData("", "The cursor specified in `after` is not one of changes: take a `cursor` of `onTaskChanged`, or of `changes` without `where` and `since`.")]
    [InlineData("none", "The cursor specified in `after` is not one of changes: take a `cursor` of `onTaskChanged`, or of `changes` without `where` and `since`.")]
    [InlineData("ahead", "The cursor specified in `after` lies behind all that has happened in this store: it comes from another one, or this one was put back. Read `changes` anew, and go on from its last cursor.")]
    public async Task A_cursor_that_is_not_its_own_is_refused(string cursor, string message)
    {
        await using var store = await FollowedStore.Open();
        using var tail = Tail(store);
        var after = cursor == "ahead" ? new ChangePlace(1_000_000, 0).Cursor! : cursor;

        var told = await Tell(store, tail, $"subscription {{ onTaskChanged(after: \"{after}\") {{ isMatch }} }}", 1, () => Task.CompletedTask);

        Assert.Equal(
            $$$"""{"errors":[{"message":"{{{message}}}","locations":[{"line":1,"column":16}],"path":["onTaskChanged"],"extensions":{"code":"HC0078","argument":"after","coordinate":"Subscription.onTaskChanged"}}]}""",
            Assert.Single(told));
    }

    [Fact]
    public async Task Nobody_is_told_of_plans_that_his_key_does_not_see()
    {
        await using var store = await FollowedStore.Open();
        using var tail = Tail(store);
        var elsewhere = new Caller { Scopes = [Scope.Read], Bodies = ["thuong-lo"] };
        var here = elsewhere with { Bodies = ["my-hoa-hung"] };
        var changes = (await ChangePage.Read(store, await ChangedPlace(store, tail), Cancellation)).Changes;

        Assert.Null(new TaskChangeFilter(where: null, elsewhere, TimeProvider.System).Judge(changes[0]));
        Assert.True(new TaskChangeFilter(where: null, here, TimeProvider.System).Judge(changes[0])!.IsMatch);
    }

    private static async Task<ChangePlace> ChangedPlace(FollowedStore store, ChangeTail tail)
    {
        var place = await tail.NowAsync(Cancellation);
        await store.Set("1.1", TaskStatus.InProgress);
        return place;
    }

    private static ChangeTail Tail(FollowedStore store) => new(store, TimeProvider.System, 1000, fault => throw fault);

    private static GraphQLRequest Request(FollowedStore store, ChangeTail tail, string query)
    {
        var request = new GraphQLRequest { Query = query };
        ApiSchema.Prepare(request.State.Set(tail), store, TimeProvider.System);
        return request;
    }

    /// <summary>What a subscription tells first, of what happens once it is open.</summary>
    private static async Task<List<string>> Tell(FollowedStore store, ChangeTail tail, string query, int count, Func<Task> happen)
    {
        var responses = await s_executor.OpenAsync(Request(store, tail, query), Cancellation);
        await happen();
        var told = new List<string>();
        await foreach (var response in responses)
        {
            told.Add(Encoding.UTF8.GetString(response.Body.Span));
            response.Dispose();
            if (told.Count == count) break;
        }

        return told;
    }

    [GeneratedRegex("[cC]ursor\":\"(?<cursor>[^\"]+)\"")]
    private static partial Regex Cursors();
}
