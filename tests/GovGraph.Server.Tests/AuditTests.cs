using System.Text.Json;
using GovGraph.Server.Tests.Commands;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>What the trail of a real server says afterwards, and the command that prints it.</summary>
public sealed class AuditTests
{
    private const string Task = "my-hoa-hung-2024-kstthc/1.1";
    private const string Evidence =
        """mutation Report { addEvidence(input: { taskId: "my-hoa-hung-2024-kstthc/1.1", evidence: { link: { url: "https://example.vn/1" } } }) { errors { __typename } } }""";

    [Fact]
    public async Task A_change_and_a_refusal_are_there_after_a_kill()
    {
        using var data = new TemporaryFolder();
        await using (var server = await RunningServer.Start(data.Path))
        {
            await Report(server);
            await server.Kill();
        }

        await AssertTold(data.Path);
    }

    [Fact]
    public async Task MongoDB_has_the_same()
    {
        await using var mongo = await MongoDouble.Start();
        await using (var server = await RunningServer.Start("/nowhere", $"--GovGraph:Storage:ConnectionString={mongo.Uri()}"))
        {
            await Report(server);
            await server.Stop();
        }

        await AssertTold(mongo.Uri());
    }

    private static async Task Report(RunningServer server)
    {
        await server.Send(Evidence);
        await server.Send(Evidence);
    }

    private static async Task AssertTold(string store)
    {
        var (exitCode, output, error) = await CommandProcess.Run("audit", "--store", store, "--since", "2024-01-01");

        Assert.Equal((0, ""), (exitCode, error));
        var records = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToList();
        Assert.Equal(Enumerable.Repeat("seeds", 5), records.Take(5).Select(record => Text(record, "operation")));
        records.RemoveRange(0, 5);
        Assert.Equal(2, records.Count);
        Assert.All(records, record =>
        {
            Assert.Equal(("addEvidence", "Report", "127.0.0.1"), (Text(record, "field"), Text(record, "operation"), Text(record, "from")));
            Assert.Equal($"[\"{Task}\"]", record.GetProperty("ids").GetRawText());
        });
        Assert.Equal("APPLIED", Text(records[0], "outcome"));
        Assert.Equal($$"""[{"id":"{{Task}}","version":2}]""", records[0].GetProperty("changed").GetRawText());
        Assert.Equal("REFUSED", Text(records[1], "outcome"));
        Assert.Equal("""["DUPLICATE_EVIDENCE"]""", records[1].GetProperty("codes").GetRawText());
    }

    private static string? Text(JsonElement record, string name) => record.GetProperty(name).GetString();
}
