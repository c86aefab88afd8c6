using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Native;
using Xunit;

namespace GovGraph.Storage.MongoDb.Tests.Native;

public class MongoConnectionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Insert InsertOne(string id, int bytes = 0)
    {
        using var writer = new BsonWriter();
        writer.Begin().String("_id"u8, id);
        if (bytes > 0)
            writer.String("text"u8, new string('x', bytes));
        return new Insert("plans", writer.End().Written.ToArray());
    }

    private static Find<string> FindIds => new("plans", _ => { }, document => BsonReader.TryFind(document, "_id"u8, out var id) ? id.String() : "") { Sort = ["_id"] };

    private static Task<MongoException> Fails(Func<Task> act, MongoFault fault) => Fails<MongoException>(act, exception => Assert.Equal(fault, exception.Fault));

    private static async Task<T> Fails<T>(Func<Task> act, Action<T> check)
        where T : Exception
    {
        var exception = await Assert.ThrowsAsync<T>(act);
        check(exception);
        Assert.DoesNotContain('\n', exception.Message);
        return exception;
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    [Fact]
    public async Task A_server_answers_and_says_what_it_is()
    {
        await using var server = await MongoDouble.Start("--replica-set", "rs0");
        using var connection = server.Connect();
        Assert.True(await connection.Run(new Ping(), Cancellation));
        Assert.Equal("8.0.0", await connection.Run(new BuildInfo(), Cancellation));
        Assert.Equal(new ServerRole("rs0", IsSharded: false, HasSessions: true), await connection.Run(new Hello(), Cancellation));
    }

    [Fact]
    public async Task A_cursor_is_read_to_its_end()
    {
        await using var server = await MongoDouble.Start();
        using var connection = server.Connect();
        for (var i = 0; i < 120; i++)
            await connection.Run(InsertOne($"{i:000}"), Cancellation);
        var ids = await connection.Run(FindIds, Cancellation);
        Assert.Equal(Enumerable.Range(0, 120).Select(i => $"{i:000}"), ids);
        Assert.Equal(1, await connection.Run(new CommandCount("getMore"), Cancellation));
    }

    [Fact]
    public async Task A_key_that_exists_is_a_fault_although_the_command_succeeds()
    {
        await using var server = await MongoDouble.Start();
        using var connection = server.Connect();
        await connection.Run(InsertOne("a"), Cancellation);
        var fault = await Fails(() => connection.Run(InsertOne("a"), Cancellation), MongoFault.DuplicateKey);
        Assert.Equal(11000u, fault.Code);
    }

    [Fact]
    public async Task A_write_that_no_majority_confirmed_is_a_fault_although_the_command_succeeds()
    {
        await using var server = await MongoDouble.Start();
        using var connection = server.Connect();
        await connection.Run(new ConfigureFailPoint("insert", 1, data => data.BeginDocument("writeConcernError"u8).Int32("code"u8, 64).String("errmsg"u8, "waiting for replication timed out").End()), Cancellation);
        var fault = await Fails(() => connection.Run(InsertOne("a"), Cancellation), MongoFault.WriteConcern);
        Assert.Equal("MongoDB wrote, but a majority of the replica set did not confirm it: waiting for replication timed out", fault.Message);
        Assert.True(fault.IsOutcomeUnknown);
    }

    [Fact]
    public async Task A_document_over_16_MB_is_refused()
    {
        await using var server = await MongoDouble.Start();
        using var connection = server.Connect();
        await Fails(() => connection.Run(InsertOne("a", 17 * 1024 * 1024), Cancellation), MongoFault.TooLarge);
        Assert.True(await connection.Run(new Ping(), Cancellation));
    }

    [Theory]
    [InlineData("closeAfter")]
    [InlineData("cutReply")]
    public async Task A_lost_reply_to_a_write_is_an_unknown_outcome(string kind)
    {
        await using var server = await MongoDouble.Start();
        using var connection = server.Connect();
        await connection.Run(new ConfigureFailPoint("insert", 1, data => data.Boolean(System.Text.Encoding.UTF8.GetBytes(kind), true)), Cancellation);
        var fault = await Fails(() => connection.Run(InsertOne("a"), Cancellation), MongoFault.Interrupted);
        Assert.True(fault.IsOutcomeUnknown);
        Assert.Equal(["a"], await connection.Run(FindIds, Cancellation));
    }

    [Fact]
    public async Task A_lost_reply_to_a_read_is_asked_for_again()
    {
        await using var server = await MongoDouble.Start();
        using var connection = server.Connect();
        await connection.Run(InsertOne("a"), Cancellation);
        await connection.Run(new ConfigureFailPoint("find", 1, data => data.Boolean("cutReply"u8, true)), Cancellation);
        Assert.Equal(["a"], await connection.Run(FindIds, Cancellation));
    }

    [Fact]
    public async Task On_a_replica_set_a_write_is_retried_and_happens_once()
    {
        await using var server = await MongoDouble.Start("--replica-set", "rs0");
        using var connection = server.Connect(options: "?replicaSet=rs0");
        await connection.Run(InsertOne("a"), Cancellation);
        await connection.Run(new ConfigureFailPoint("findAndModify", 1, data => data.Boolean("closeAfter"u8, true)), Cancellation);
        var once = new FindAndModify("plans", filter => filter.String("_id"u8, "a"), change => change.BeginDocument("$inc"u8).Int32("n"u8, 1).End());
        Assert.True(await connection.Run(once, Cancellation));
        var found = await connection.Run(new Find<int>("plans", _ => { }, document => BsonReader.TryFind(document, "n"u8, out var n) ? n.Int32() : 0), Cancellation);
        Assert.Equal([1], found);
        Assert.Equal(2, await connection.Run(new CommandCount("findAndModify"), Cancellation));
    }

    [Fact]
    public async Task Nobody_at_the_address_is_one_clear_line_in_bounded_time()
    {
        var port = FreePort();
        using var connection = MongoConnection.Open(
            new MongoSettings { ConnectionString = $"mongodb://127.0.0.1:{port}", ConnectTimeout = TimeSpan.FromMilliseconds(700), Connections = 1 }, TimeProvider.System);
        var fault = await Fails(() => connection.Run(new Ping(), Cancellation), MongoFault.Unreachable);
        Assert.StartsWith($"No usable MongoDB server at 127.0.0.1:{port} within 0.7 s. Check the host and the port, and that MongoDB runs there. (", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?tls=true", "The connection string asks for TLS: check that the server speaks it")]
    [InlineData("?replicaSet=rs1", "The connection string asks for replica set 'rs1': check that the servers are members of a set of that name")]
    public async Task What_the_server_does_not_speak_is_named(string options, string advice)
    {
        await using var server = await MongoDouble.Start();
        using var connection = server.Connect(options: options, configure: settings => settings with { ConnectTimeout = TimeSpan.FromMilliseconds(700) });
        var fault = await Fails(() => connection.Run(new Ping(), Cancellation), MongoFault.Unreachable);
        Assert.Contains(advice, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("app:wrong")]
    [InlineData("nobody:secret")]
    public async Task A_wrong_password_is_named_and_not_shown(string user)
    {
        await using var server = await MongoDouble.Start("--user", "app:secret");
        using var connection = server.Connect(user, "?authSource=admin");
        var fault = await Fails(() => connection.Run(FindIds, Cancellation), MongoFault.Authentication);
        Assert.StartsWith(
            $"MongoDB at 127.0.0.1:{server.Port} refused the user '{user.Split(':')[0]}' (authSource 'admin'): check the user name, the password and authSource in the connection string. (",
            fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_right_password_lets_in()
    {
        await using var server = await MongoDouble.Start("--user", "app:bí@mật");
        using var connection = server.Connect("app:b%C3%AD%40m%E1%BA%ADt", "?authSource=admin");
        Assert.Empty(await connection.Run(FindIds, Cancellation));
    }

    [Fact]
    public async Task A_reader_that_writes_is_told_which_role_is_missing()
    {
        await using var server = await MongoDouble.Start("--user", "app:secret", "--read-user", "reader:secret");
        using var connection = server.Connect("reader:secret", "?authSource=admin");
        var fault = await Fails(() => connection.Run(InsertOne("a"), Cancellation), MongoFault.NotAuthorized);
        Assert.Equal(
            "MongoDB does not let the user 'reader' do this: not authorized on govgraph to execute command { insert: 1 }. Grant the role readWrite on the database 'govgraph'.",
            fault.Message);
    }

    [Fact]
    public async Task A_server_that_was_restarted_is_found_again()
    {
        var first = await MongoDouble.Start();
        using var connection = first.Connect(configure: settings => settings with { ConnectTimeout = TimeSpan.FromSeconds(3) });
        await connection.Run(new Ping(), Cancellation);
        await first.Kill();
        await Fails<MongoException>(() => connection.Run(new Ping(), Cancellation),
            exception => Assert.True(exception.Fault is MongoFault.Unreachable or MongoFault.Interrupted, exception.Message));
        await using var second = await MongoDouble.Start("--port", $"{first.Port}");
        Assert.True(await connection.Run(new Ping(), Cancellation));
        await first.DisposeAsync();
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_freed_at_once()
    {
        await using var server = await MongoDouble.Start();
        using var connection = server.Connect();
        await connection.Run(new ConfigureFailPoint("ping", 1, data => data.Boolean("blockConnection"u8, true).Int32("blockTimeMS"u8, 1000)), Cancellation);
        using var giveUp = new CancellationTokenSource();
        var ping = connection.Run(new Ping(), giveUp.Token);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ping);
    }

    [Fact]
    public async Task No_caller_waits_for_ever()
    {
        await using var server = await MongoDouble.Start();
        using var connection = server.Connect(configure: settings => settings with
        {
            Connections = 1, ConnectTimeout = TimeSpan.FromMilliseconds(200), CommandTimeout = TimeSpan.FromMilliseconds(300),
        });
        await connection.Run(new ConfigureFailPoint("ping", 1, data => data.Boolean("blockConnection"u8, true).Int32("blockTimeMS"u8, 1200)), Cancellation);
        var inFlight = Fails(() => connection.Run(new Ping(), Cancellation), MongoFault.TimedOut);
        var waiting = Fails(() => connection.Run(new Ping(), Cancellation), MongoFault.Overloaded);
        Assert.Equal($"MongoDB at 127.0.0.1:{server.Port} gave no answer within 0.5 s.", (await inFlight).Message);
        Assert.Equal("No MongoDB connection became free within 0.5 s (1 are in use); nothing was sent.", (await waiting).Message);
    }

    [Fact]
    public async Task Two_hundred_callers_share_four_connections()
    {
        await using var server = await MongoDouble.Start("--latency", "20");
        using var connection = server.Connect();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => connection.Run(new Ping(), Cancellation)));
        Assert.All(answers, Assert.True);
    }

    [Fact]
    public async Task A_closed_connection_says_so()
    {
        await using var server = await MongoDouble.Start();
        var connection = server.Connect();
        await connection.Run(new Ping(), Cancellation);
        connection.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => connection.Run(new Ping(), Cancellation));
    }
}
