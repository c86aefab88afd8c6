using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Native;

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

/// <summary>Inserts a document unless there is one of its id.</summary>
internal static class NewDocument
{
    /// <summary>False where there is one already.</summary>
    public static async Task<bool> InsertNew(this MongoConnection connection, string collection, ReadOnlyMemory<byte> document, CancellationToken cancellation)
    {
        try
        {
            return await connection.Run(new Insert(collection, document), cancellation).ConfigureAwait(false);
        }
        catch (MongoException fault) when (fault.Fault == MongoFault.DuplicateKey)
        {
            return false;
        }
    }
}
