using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Native;

namespace GovGraph.Storage.MongoDb.Tests;

internal static class MongoDoubleConnections
{
    public static MongoConnection Connect(this MongoDouble mongo, string user = "", string options = "", Func<MongoSettings, MongoSettings>? configure = null)
    {
        var settings = new MongoSettings { ConnectionString = mongo.Uri(user, options), Connections = 4 };
        return MongoConnection.Open(configure?.Invoke(settings) ?? settings, TimeProvider.System);
    }
}

/// <summary>Lets the next commands of one name fail: https://github.com/mongodb/mongo/wiki/The-%22failCommand%22-fail-point.</summary>
internal sealed class ConfigureFailPoint(string command, int times, Action<BsonWriter> data) : Command<bool>
{
    public override CommandKind Kind => CommandKind.Plain;

    public override string Database => "admin";

    public override void Build(BsonWriter writer)
    {
        writer.String("configureFailPoint"u8, "failCommand").BeginDocument("mode"u8).Int32("times"u8, times).End();
        writer.BeginDocument("data"u8).BeginArray("failCommands"u8).String([], command).End();
        data(writer);
        writer.End();
    }

    public override bool Read(ReadOnlySpan<byte> reply) => true;
}

/// <summary>When a transaction that nobody ends is ended: https://www.mongodb.com/docs/manual/reference/parameters/#mongodb-parameter-param.transactionLifetimeLimitSeconds.</summary>
internal sealed class TransactionLifetime(int seconds) : Command<bool>
{
    public override CommandKind Kind => CommandKind.Plain;

    public override string Database => "admin";

    public override void Build(BsonWriter writer) => writer.Int32("setParameter"u8, 1).Int32("transactionLifetimeLimitSeconds"u8, seconds);

    public override bool Read(ReadOnlySpan<byte> reply) => true;
}

/// <summary>How often a command has been sent to the double, or to a server since it started.</summary>
internal sealed class CommandCount(string command) : Command<long>
{
    public override CommandKind Kind => CommandKind.Plain;

    public override string Database => "admin";

    public override void Build(BsonWriter writer) => writer.Int32("serverStatus"u8, 1);

    public override long Read(ReadOnlySpan<byte> reply) =>
        BsonReader.TryFind(reply, "opcounters"u8, out var counters)
            && BsonReader.TryFind(counters.Value, System.Text.Encoding.UTF8.GetBytes(command), out var count) ? count.Int64() : 0;
}

/// <summary>How many documents the double has looked at, or a server since it started.</summary>
internal sealed class ScannedObjects : Command<long>
{
    public override CommandKind Kind => CommandKind.Plain;

    public override string Database => "admin";

    public override void Build(BsonWriter writer) => writer.Int32("serverStatus"u8, 1);

    public override long Read(ReadOnlySpan<byte> reply) =>
        BsonReader.TryFind(reply, "metrics"u8, out var metrics)
            && BsonReader.TryFind(metrics.Value, "queryExecutor"u8, out var executor)
            && BsonReader.TryFind(executor.Value, "scannedObjects"u8, out var scanned) ? scanned.Int64() : 0;
}
