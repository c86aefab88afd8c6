using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Commands;

/// <summary>Is anybody there: https://www.mongodb.com/docs/manual/reference/command/ping/.</summary>
internal sealed class Ping : Command<bool>
{
    public override CommandKind Kind => CommandKind.Read;

    public override string Database => "admin";

    public override void Build(BsonWriter command) => command.Int32("ping"u8, 1);

    public override bool Read(ReadOnlySpan<byte> reply) => true;
}
