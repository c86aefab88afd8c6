using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Commands;

/// <summary>Inserts documents, one after the other until one fails: https://www.mongodb.com/docs/manual/reference/command/insert/.</summary>
internal sealed class Insert(string collection, params IReadOnlyList<ReadOnlyMemory<byte>> documents) : Command<bool>
{
    public override CommandKind Kind => CommandKind.Write;

    public override void Build(BsonWriter command)
    {
        command.String("insert"u8, collection).BeginArray("documents"u8);
        foreach (var document in documents)
            command.Raw([], BsonType.Document, document.Span);
        command.End();
    }

    public override bool Read(ReadOnlySpan<byte> reply) => BsonReader.TryFind(reply, "n"u8, out var count) && count.Int64() == documents.Count;
}
