using System.Text.Json;
using Xunit;

namespace GovGraph.Server.Tests.Load;

/// <summary>All that a server tells of what has happened, held against itself, against its state and against what callers know.</summary>
internal sealed class LoadedHistory
{
    private const string OfTask = "status statusNote completedOn version evidence { id url }";
    private const string OfIndicator = "version values { period { name } value note }";

    private readonly List<JsonElement> _changes = [];

    public static async Task<LoadedHistory> Read(RunningServer server)
    {
        var history = new LoadedHistory();
        string? after = null;
        for (var isMore = true; isMore;)
        {
            var page = (await Data(server,
                $$"""
                query($after: String) { changes(first: 50, after: $after) { pageInfo { hasNextPage endCursor } nodes {
                  kind planVersion version reason plan { id } node { id }
                  before { ...Snapshot } after { ...Snapshot } } } }
                fragment Snapshot on Snapshot { ... on TaskSnapshot { {{OfTask}} } ... on IndicatorSnapshot { {{OfIndicator}} } }
                """,
                new { after })).GetProperty("changes");
            history._changes.AddRange(page.GetProperty("nodes").EnumerateArray());
            isMore = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean();
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        return history;
    }

    /// <summary>Without the plans that were taken in at the start.</summary>
    private IEnumerable<JsonElement> Happened => _changes.Where(change => change.GetProperty("kind").GetString() != "PLAN_ADDED");

    /// <summary>Each plan's versions are one more each time, from the one that it was taken in with to the one that it has.</summary>
    public async Task VersionsHaveNoGaps(RunningServer server)
    {
        foreach (var plan in _changes.GroupBy(change => change.GetProperty("plan").GetProperty("id").GetString()!))
        {
            var versions = plan.Select(change => change.GetProperty("planVersion").GetInt64()).ToList();
            Assert.Equal("PLAN_ADDED", plan.First().GetProperty("kind").GetString());
            Assert.Equal(Enumerable.Range(0, versions.Count).Select(i => versions[0] + i), versions);
            var now = (await Data(server, "query($id: ID!) { planById(id: $id) { version } }", new { id = plan.Key })).GetProperty("planById").GetProperty("version").GetInt64();
            Assert.Equal(now, versions[^1]);
        }
    }

    /// <summary>Each change of a row begins where the one before it ended, and the last one ends in what the row is now.</summary>
    public async Task IsTheState(RunningServer server)
    {
        var now = new Dictionary<string, string>();
        foreach (var change in Happened)
        {
            var (node, before, after) = (change.GetProperty("node").GetProperty("id").GetString()!, change.GetProperty("before"), change.GetProperty("after"));
            if (now.TryGetValue(node, out var known)) Assert.Equal(known, before.GetRawText());
            Assert.Equal(before.GetProperty("version").GetInt64() + 1, after.GetProperty("version").GetInt64());
            now[node] = after.GetRawText();
        }

        foreach (var some in now.Chunk(50))
        {
            var found = await Data(
                server,
                $$"""query($ids: [ID!]!) { nodes(ids: $ids) { ... on Task { {{OfTask}} } ... on Indicator { {{OfIndicator}} } } }""",
                new { ids = some.Select(item => item.Key) });
            Assert.Equal(some.Select(item => item.Value), found.GetProperty("nodes").EnumerateArray().Select(node => node.GetRawText()));
        }
    }

    /// <summary>What was acknowledged is there once, what was refused is not there, and what nobody knows of is there once or not.</summary>
    public void HasEachChangeOnce(IReadOnlyCollection<(Mutation Change, Outcome Outcome)> outcomes)
    {
        var times = Happened.Select(change => change.GetProperty("reason").GetString()).OfType<string>().CountBy(key => key).ToDictionary();
        Assert.All(times, key => Assert.Equal(1, key.Value));
        Assert.Empty(outcomes.Where(item => item.Outcome.IsDone && !times.ContainsKey(item.Change.Key)).Select(item => item.Change));
        Assert.Empty(outcomes.Where(item => item.Outcome.Code is not null && times.ContainsKey(item.Change.Key)).Select(item => item.Change));
        Assert.Empty(times.Keys.Except(outcomes.Select(item => item.Change.Key)));
    }

    private static async Task<JsonElement> Data(RunningServer server, string query, object variables)
    {
        var answer = await server.Send(query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }
}
