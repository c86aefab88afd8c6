using System.Text.Json;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>The program with its plans in MongoDB.</summary>
public sealed class MongoTests(ServerFixture embedded)
{
    private const string Password = "bí@mật-8f31";
    private const string EncodedPassword = "b%C3%AD%40m%E1%BA%ADt-8f31";

    [Fact]
    public async Task An_empty_database_gets_the_seeds_once()
    {
        await using var mongo = await MongoDouble.Start("--replica-set", "rs0");
        await using (var first = await Start(mongo.Uri(options: "?replicaSet=rs0")))
        {
            Assert.Equal(
                [
                    $"GovGraph answers at {first.Address}",
                    $"5 plans with 222 tasks are loaded, 5 of them imported now from {Path.Combine(AppContext.BaseDirectory, "seeds")}",
                    $"The data lie in mongodb://127.0.0.1:{mongo.Port}/govgraph",
                ],
                first.Greeting);
            Assert.Matches(
                $"MongoDB 8.0.0 at 127.0.0.1:{mongo.Port}, replica set rs0, database govgraph, through libmongoc [0-9.]+: 0 plans with 0 tasks; "
                + "48 indexes, 43 of them made now; changes are watched by change streams",
                string.Concat(first.Log));
            await first.Stop();
        }

        await using var second = await Start(mongo.Uri(options: "?replicaSet=rs0"));

        Assert.Equal("5 plans with 222 tasks are loaded", second.Greeting[1]);
        Assert.Contains("5 plans with 222 tasks; 48 indexes, 0 of them made now;", string.Concat(second.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_behind_the_connection_string_is_a_record_of_the_log()
    {
        await using var mongo = await MongoDouble.Start();
        await using var server = await Start(mongo.Uri(), "--GovGraph:Seeds=", "--Logging:Console:FormatterName=json");

        var state = JsonElement.Parse(server.Log.Single()).GetProperty("State");
        Assert.Equal("8.0.0", state.GetProperty("ServerVersion").GetString());
        Assert.Equal("standalone server", state.GetProperty("Deployment").GetString());
        Assert.Equal("polling, since only a replica set has change streams", state.GetProperty("Watching").GetString());
        Assert.Equal((48, 43), (state.GetProperty("Indexes").GetInt32(), state.GetProperty("MadeIndexes").GetInt32()));
        Assert.Equal((0, 0), (state.GetProperty("Plans").GetInt32(), state.GetProperty("Tasks").GetInt32()));
    }

    [Fact]
    public async Task A_change_is_there_after_a_restart()
    {
        await using var mongo = await MongoDouble.Start();
        await using (var first = await Start(mongo.Uri()))
        {
            await first.Send("""mutation { updateTaskStatus(input: { taskId: "my-hoa-hung-2024-kstthc/1.1", status: IN_PROGRESS }) { task { id } } }""");
            await first.Kill();
        }

        await using var second = await Start(mongo.Uri());

        Assert.Equal(
            """{"data":{"taskById":{"status":"IN_PROGRESS","version":2}}}""",
            (await second.Send("""{ taskById(id: "my-hoa-hung-2024-kstthc/1.1") { status version } }""")).GetRawText());
    }

    [Fact]
    public async Task Only_with_a_connection_string_the_driver_is_loaded()
    {
        await using var mongo = await MongoDouble.Start();
        await using var server = await Start(mongo.Uri());

        Assert.True(HasLoadedDriver(server));
        Assert.False(HasLoadedDriver(embedded.Server));
    }

    [Fact]
    public async Task The_password_is_never_shown()
    {
        var mongo = await MongoDouble.Start("--user", $"app:{Password}");
        await using var server = await Start(mongo.Uri($"app:{EncodedPassword}", "?authSource=admin"), "--GovGraph:Storage:ConnectTimeout=00:00:03");
        await mongo.Kill();

        var failed = await server.Send("{ plans { totalCount } }");
        var printed = server.ReadToEnd();
        await server.Stop();
        await mongo.DisposeAsync();

        AssertHidden(failed.GetRawText());
        AssertHidden(string.Join('\n', [.. server.Log, .. server.Greeting]));
        Assert.Contains("No usable MongoDB server at", await printed, StringComparison.Ordinal);
        AssertHidden(await printed);
    }

    private static Task<RunningServer> Start(string connectionString, params string[] settings) =>
        RunningServer.Start("/nowhere", [$"--GovGraph:Storage:ConnectionString={connectionString}", .. settings]);

    private static bool HasLoadedDriver(RunningServer server)
    {
        var maps = File.ReadAllText($"/proc/{server.ProcessId}/maps");
        return maps.Contains("libmongoc", StringComparison.Ordinal) || maps.Contains("libbson", StringComparison.Ordinal);
    }

    private static void AssertHidden(string text)
    {
        Assert.DoesNotContain(Password, text, StringComparison.Ordinal);
        Assert.DoesNotContain(EncodedPassword, text, StringComparison.Ordinal);
    }
}
