using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Commands;

/// <summary>What kind of server answers: https://www.mongodb.com/docs/manual/reference/command/hello/.</summary>
internal sealed class Hello : Command<ServerRole>
{
    public override CommandKind Kind => CommandKind.Plain;

    public override string Database => "admin";

    public override void Build(BsonWriter command) => command.Int32("hello"u8, 1);

    public override ServerRole Read(ReadOnlySpan<byte> reply) => new(
        BsonReader.TryFind(reply, "setName"u8, out var set) ? set.String() : null,
        IsSharded: BsonReader.TryFind(reply, "msg"u8, out var message) && message.String() == "isdbgrid",
        HasSessions: BsonReader.TryFind(reply, "logicalSessionTimeoutMinutes"u8, out var timeout) && !timeout.IsNull);
}

/// <summary>How the deployment is built.</summary>
internal sealed record ServerRole(string? ReplicaSet, bool IsSharded, bool HasSessions);
