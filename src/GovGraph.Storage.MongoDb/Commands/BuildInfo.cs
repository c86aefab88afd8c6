using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Commands;

/// <summary>The server's version: https://www.mongodb.com/docs/manual/reference/command/buildInfo/.</summary>
internal sealed class BuildInfo : Command<string>
{
    public override CommandKind Kind => CommandKind.Read;

    public override string Database => "admin";

    public override void Build(BsonWriter command) => command.Int32("buildInfo"u8, 1);

    public override string Read(ReadOnlySpan<byte> reply) => BsonReader.TryFind(reply, "version"u8, out var version) ? version.String() : "unknown";
}
