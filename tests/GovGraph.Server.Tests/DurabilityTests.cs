using System.Collections.Concurrent;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>The process is killed in the middle of a stream of mutations, again and again, over the same data.</summary>
public sealed class DurabilityTests
{
    private const int Kills = 20;
    private const int Writers = 4;

    private static readonly string[] Tasks = ["1.1", "1.2", "1.3", "1.4"];

    [Fact]
    public async Task Every_acknowledged_change_survives_a_kill_and_none_is_half_written()
    {
        using var data = new TemporaryFolder();
        var acknowledged = new ConcurrentDictionary<string, ConcurrentBag<string>>();
        for (var round = 0; round < Kills; round++)
        {
            await using var server = await RunningServer.Start(data.Path);
            await AssertAllThere(server, acknowledged);
            await WriteUntilKilled(server, round, acknowledged);
        }

        await using var last = await RunningServer.Start(data.Path);
        await AssertAllThere(last, acknowledged);
        Assert.Equal(Kills * Writers, acknowledged.Values.Sum(urls => urls.Select(url => url.Split('/')[^2]).Distinct().Count()));
    }

    private static async Task WriteUntilKilled(RunningServer server, int round, ConcurrentDictionary<string, ConcurrentBag<string>> acknowledged)
    {
        // Each round dies after a number of changes of its own, so that the kill falls on another place of the writing.
        var untilKill = 5 + (round * 7 % 30);
        var count = 0;
        var everyoneWrote = new CountdownEvent(Writers);
        var killed = new TaskCompletionSource();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            var task = $"my-hoa-hung-2024-kstthc/{Tasks[writer]}";
            for (var change = 0; ; change++)
            {
                var url = $"https://example.vn/{round}-{writer}/{change}";
                try
                {
                    var response = await server.Send(
                        "mutation($input: AddEvidenceInput!) { addEvidence(input: $input) { evidence { url } errors { __typename } } }",
                        new { input = new { taskId = task, evidence = new { link = new { url } } } });
                    Assert.Equal(url, response.GetProperty("data").GetProperty("addEvidence").GetProperty("evidence").GetProperty("url").GetString());
                }
                catch (HttpRequestException)
                {
                    return;
                }
                catch (IOException)
                {
                    return;
                }

                acknowledged.GetOrAdd(task, _ => []).Add(url);
                if (change == 0) everyoneWrote.Signal();
                if (Interlocked.Increment(ref count) >= untilKill && everyoneWrote.IsSet && killed.TrySetResult()) await server.Kill();
            }
        }));
    }

    private static async Task AssertAllThere(RunningServer server, ConcurrentDictionary<string, ConcurrentBag<string>> acknowledged)
    {
        foreach (var (task, urls) in acknowledged)
        {
            var response = await server.Send("query($id: ID!) { taskById(id: $id) { version evidence { id url } } }", new { id = task });
            var found = response.GetProperty("data").GetProperty("taskById");
            var evidence = found.GetProperty("evidence").EnumerateArray().ToList();

            Assert.Empty(urls.Except(evidence.Select(item => item.GetProperty("url").GetString()!)));
            // A change that was not acknowledged may be there or not, but never in part: one version, one id each.
            Assert.Equal(evidence.Count + 1, found.GetProperty("version").GetInt32());
            Assert.Equal(Enumerable.Range(1, evidence.Count).Select(number => $"{task}/evidence/{number}"), evidence.Select(item => item.GetProperty("id").GetString()));
        }
    }
}
