using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;

namespace GovGraph.Benchmarks.Stores;

/// <summary>How many documents a server has looked at since its start: https://www.mongodb.com/docs/manual/reference/command/serverStatus/#metrics.</summary>
internal sealed class ScannedDocuments : Command<long>
{
    public override CommandKind Kind => CommandKind.Plain;

    public override string? Database => "admin";

    public override void Build(BsonWriter command) => command.Int32("serverStatus"u8, 1);

    public override long Read(ReadOnlySpan<byte> reply) =>
        BsonReader.TryFind(reply, "metrics"u8, out var metrics)
        && BsonReader.TryFind(metrics.Value, "queryExecutor"u8, out var executor)
        && BsonReader.TryFind(executor.Value, "scannedObjects"u8, out var scanned)
            ? scanned.Int64()
            : 0;
}
