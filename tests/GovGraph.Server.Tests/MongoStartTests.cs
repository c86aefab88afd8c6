using System.Net;
using System.Net.Sockets;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>What is wrong with MongoDB at the start is one line that says what to do, and the end of the program.</summary>
public sealed class MongoStartTests
{
    [Fact]
    public async Task A_missing_driver_says_how_to_install_it()
    {
        // The loader finds these first, and stops at them.
        using var libraries = new TemporaryFolder();
        foreach (var library in (string[])["libbson-1.0.so.0", "libbson2.so.2"]) await File.WriteAllTextAsync(Path.Combine(libraries.Path, library), "", Cancellation);

        Assert.Equal(
            "MongoDB's C driver libmongoc is not installed (looked for libmongoc-1.0.so.0 and libmongoc2.so.2). On Debian or Ubuntu install it with: "
            + "apt-get install libmongoc-1.0-0. Without GovGraph__Storage__ConnectionString the embedded store is used and the library is not needed.",
            await Fault("mongodb://127.0.0.1:1", libraries.Path));
    }

    [Fact]
    public async Task Nobody_at_the_address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.StartsWith(
            $"No usable MongoDB server at 127.0.0.1:{port} within 1 s. Check the host and the port, and that MongoDB runs there. (",
            await Fault($"mongodb://127.0.0.1:{port}"));
    }

    [Fact]
    public async Task Somebody_who_never_answers_is_not_waited_for()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        Assert.StartsWith($"No usable MongoDB server at {listener.LocalEndpoint} within 1 s. ", await Fault($"mongodb://{listener.LocalEndpoint}"));
    }

    [Theory]
    [InlineData("app:wr0ng-8f31", "app")]
    [InlineData("nobody:s3cret-8f31", "nobody")]
    public async Task A_wrong_password_or_user(string credentials, string user)
    {
        await using var mongo = await MongoDouble.Start("--user", "app:s3cret-8f31");

        var fault = await Fault(mongo.Uri(credentials, "?authSource=admin"));

        Assert.StartsWith(
            $"MongoDB at 127.0.0.1:{mongo.Port} refused the user '{user}' (authSource 'admin'): check the user name, the password and authSource in the connection string. (",
            fault);
        Assert.DoesNotContain("8f31", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_user_where_one_is_needed()
    {
        await using var mongo = await MongoDouble.Start("--user", "app:s3cret");

        Assert.Equal(
            "MongoDB does not let an anonymous user do this: command createIndexes requires authentication. Put a user and its password into the connection string.",
            await Fault(mongo.Uri()));
    }

    [Fact]
    public async Task A_user_who_may_only_read()
    {
        await using var mongo = await MongoDouble.Start("--user", "app:s3cret", "--read-user", "reader:s3cret");

        Assert.Equal(
            "MongoDB does not let the user 'reader' do this: not authorized on govgraph to execute command { createIndexes: 1 }. Grant the role readWrite on the database 'govgraph'.",
            await Fault(mongo.Uri("reader:s3cret", "?authSource=admin")));
    }

    [Fact]
    public async Task TLS_asked_of_a_server_that_does_not_speak_it()
    {
        await using var mongo = await MongoDouble.Start();

        Assert.StartsWith(
            $"No usable MongoDB server at 127.0.0.1:{mongo.Port} within 1 s. The connection string asks for TLS: check that the server speaks it and that its certificate is trusted (tlsCAFile), then the host and the port. (",
            await Fault(mongo.Uri(options: "?tls=true")));
    }

    [Fact]
    public async Task TLS_not_asked_of_a_server_that_demands_it()
    {
        using var files = new TemporaryFolder();
        await using var mongo = await MongoDouble.Start("--tls", Certificate.WriteTo(files.Path));

        Assert.StartsWith(
            $"No usable MongoDB server at 127.0.0.1:{mongo.Port} within 1 s. If the server demands TLS, add tls=true to the connection string; else check that the host and the port are MongoDB's. (",
            await Fault(mongo.Uri()));
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_and_one_that_is()
    {
        using var files = new TemporaryFolder();
        var certificate = Certificate.WriteTo(files.Path);
        await using var mongo = await MongoDouble.Start("--tls", certificate);

        Assert.Contains("its certificate is trusted (tlsCAFile)", await Fault(mongo.Uri(options: "?tls=true")), StringComparison.Ordinal);
        await using var server = await RunningServer.Start(
            "/nowhere", $"--GovGraph:Storage:ConnectionString={mongo.Uri(options: $"?tls=true&tlsCAFile={certificate}")}", "--GovGraph:Seeds=");

        Assert.Equal("0 plans with 0 tasks are loaded", server.Greeting[1]);
    }

    [Fact]
    public async Task A_replica_set_of_another_name()
    {
        await using var mongo = await MongoDouble.Start("--replica-set", "rs0");

        Assert.Contains("The connection string asks for replica set 'rs1': check that the servers are members of a set of that name", await Fault(mongo.Uri(options: "?replicaSet=rs1")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres://h/x", "it must begin with mongodb:// or mongodb+srv://.")]
    [InlineData("mongodb://127.0.0.1/?tsl=true", "it has an unknown option 'tsl'.")]
    public async Task A_connection_string_that_is_none(string text, string why) =>
        Assert.Equal($"The MongoDB connection string (GovGraph__Storage__ConnectionString) can't be used: {why}", await Fault(text));

    [Fact]
    public async Task Seeds_that_the_server_does_not_take()
    {
        await using var mongo = await MongoDouble.Start("--largest-document", "10000");

        Assert.StartsWith("A plan is larger than MongoDB's 16 MB for a document: ", await Fault(mongo.Uri()));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<string> Fault(string connectionString, string? libraryPath = null)
    {
        var (exitCode, error) = await RunningServer.RunToEnd(
            "/nowhere", libraryPath, [$"--GovGraph:Storage:ConnectionString={connectionString}", "--GovGraph:Storage:ConnectTimeout=00:00:01"]);

        Assert.Equal(1, exitCode);
        const string Start = "GovGraph can't start: ";
        Assert.StartsWith(Start, error);
        Assert.Single(error.TrimEnd().Split('\n'));
        return error.TrimEnd()[Start.Length..];
    }
}
