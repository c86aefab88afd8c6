using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Commands;

/// <summary>Inserts one document: https://www.mongodb.com/docs/manual/reference/command/insert/.</summary>
internal sealed class Insert(string collection, ReadOnlyMemory<byte> document) : Command<bool>
{
    public override CommandKind Kind => CommandKind.Write;

    public override void Build(BsonWriter command) => command
        .String("insert"u8, collection)
        .BeginArray("documents"u8).Raw([], BsonType.Document, document.Span).End();

    public override bool Read(ReadOnlySpan<byte> reply) => BsonReader.TryFind(reply, "n"u8, out var count) && count.Int64() == 1;
}
