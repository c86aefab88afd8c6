using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Commands;

/// <summary>Removes all documents that match: https://www.mongodb.com/docs/manual/reference/command/delete/.</summary>
/// <param name="collection">The collection.</param>
/// <param name="filter">Writes the elements of the filter.</param>
internal sealed class Delete(string collection, Action<BsonWriter> filter) : Command<long>
{
    public override CommandKind Kind => CommandKind.Write;

    public override void Build(BsonWriter command)
    {
        command.String("delete"u8, collection).BeginArray("deletes"u8).BeginDocument().BeginDocument("q"u8);
        filter(command);
        command.End().Int32("limit"u8, 0).End().End();
    }

    /// <summary>How many there were.</summary>
    public override long Read(ReadOnlySpan<byte> reply) => BsonReader.TryFind(reply, "n"u8, out var count) ? count.Int64() : 0;
}
