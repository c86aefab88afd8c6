using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Native;

namespace GovGraph.Storage.MongoDb.Tests;

/// <summary>
/// The server that the store's tests share, each in a database of its own: the one that GOVGRAPH_TEST_MONGODB names,
/// else one in a container where a Docker engine answers, else the double.
/// </summary>
internal static class TestServer
{
    private const string Named = "the server that GOVGRAPH_TEST_MONGODB names";
    private const string Double = "the double in tests/mongodb-double";

    private static readonly Lazy<Task<(string Uri, string Kind)>> Shared = new(Start);
    private static int s_databases;

    // The double ends when its standard input is collected.
    private static MongoDouble? s_double;

    /// <summary>A connection string with a database that nobody else uses; on a server that stays, it is dropped when the tests end.</summary>
    public static async Task<string> NewDatabase()
    {
        var (uri, kind) = await Shared.Value;
        var database = WithDatabase(uri, $"govgraph_test_{Environment.ProcessId}_{Interlocked.Increment(ref s_databases)}");
        if (kind == Named)
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Drop(database);
        return database;
    }

    /// <summary>Whether it is not a MongoDB that answers.</summary>
    public static async Task<bool> IsDouble() => (await Shared.Value).Kind == Double;

    /// <summary>Puts a database between the hosts and the options; the credentials stay those of the one that stood there.</summary>
    internal static string WithDatabase(string uri, string database)
    {
        var hosts = uri.IndexOf("//", StringComparison.Ordinal) + 2;
        var end = uri.AsSpan(hosts).IndexOfAny('/', '?') is >= 0 and var found ? hosts + found : uri.Length;
        var options = uri.IndexOf('?', end) is >= 0 and var question ? uri[(question + 1)..] : "";
        var former = uri[end..].Split('?')[0].Trim('/');
        if (uri[..end].Contains('@', StringComparison.Ordinal) && !options.Contains("authSource=", StringComparison.OrdinalIgnoreCase))
            options = $"authSource={(former.Length > 0 ? former : "admin")}{(options.Length > 0 ? "&" : "")}{options}";
        return $"{uri[..end]}/{database}{(options.Length > 0 ? "?" : "")}{options}";
    }

    private static async Task<(string, string)> Start()
    {
        var (uri, kind) = Environment.GetEnvironmentVariable("GOVGRAPH_TEST_MONGODB") is { Length: > 0 } named
            ? (named, Named)
            : await StartContainer() is { } container ? (container, "mongo:8 in a container") : (await StartDouble(), Double);
        Console.WriteLine($"MongoDB tests run against {kind}.");
        return (uri, kind);
    }

    private static async Task<string> StartDouble()
    {
        s_double = await MongoDouble.Start("--replica-set", "rs0");
        return s_double.Uri(options: "?replicaSet=rs0");
    }

    private static async Task<string?> StartContainer()
    {
        if (await Docker("info") is null)
            return null;
        var port = FreePort();
        var id = await Docker("run", "--detach", "--rm", "--publish", $"127.0.0.1:{port}:27017", "mongo:8", "mongod", "--replSet", "rs0", "--bind_ip_all");
        if (id is null)
            return null;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Docker("kill", id.Trim()).Wait();
        await Docker("exec", id.Trim(), "timeout", "60", "bash", "-c", "until mongosh --quiet --eval 'rs.initiate({_id: \"rs0\", members: [{_id: 0, host: \"127.0.0.1:27017\"}]})'; do sleep 0.2; done");
        var uri = $"mongodb://127.0.0.1:{port}/?directConnection=true";
        using var connection = MongoConnection.Open(new MongoSettings { ConnectionString = uri, ConnectTimeout = TimeSpan.FromMinutes(1) }, TimeProvider.System);
        await connection.Run(new Ping(), CancellationToken.None);
        return uri;
    }

    private static void Drop(string database)
    {
        try
        {
            using var connection = MongoConnection.Open(new MongoSettings { ConnectionString = database }, TimeProvider.System);
            connection.Run(new DropDatabase(), CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (MongoException fault)
        {
            Console.Error.WriteLine($"The database of a test could not be dropped: {fault.Message}");
        }
    }

    /// <summary>What a docker command prints; null where it fails or there is no Docker.</summary>
    private static async Task<string?> Docker(params string[] arguments)
    {
        try
        {
            using var docker = Process.Start(new ProcessStartInfo("docker", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = await docker.StandardOutput.ReadToEndAsync();
            await docker.StandardError.ReadToEndAsync();
            await docker.WaitForExitAsync();
            return docker.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Drops the database: https://www.mongodb.com/docs/manual/reference/command/dropDatabase/.</summary>
internal sealed class DropDatabase : Command<bool>
{
    public override CommandKind Kind => CommandKind.Write;

    public override void Build(BsonWriter command) => command.Int32("dropDatabase"u8, 1);

    public override bool Read(ReadOnlySpan<byte> reply) => true;
}
