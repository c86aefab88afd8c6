using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Commands;

/// <summary>Changes at most one document; of the commands that write, the only one that the library itself retries: https://www.mongodb.com/docs/manual/reference/command/findAndModify/.</summary>
/// <param name="collection">The collection.</param>
/// <param name="filter">Writes the elements of the filter.</param>
/// <param name="change">Writes the operators.</param>
/// <param name="arrayFilters">Writes the documents of the array filters; null for none.</param>
internal sealed class FindAndModify(string collection, Action<BsonWriter> filter, Action<BsonWriter> change, Action<BsonWriter>? arrayFilters = null)
    : Command<bool>
{
    public override CommandKind Kind => CommandKind.ReadWrite;

    public override void Build(BsonWriter command)
    {
        command.String("findAndModify"u8, collection).BeginDocument("query"u8);
        filter(command);
        command.End().BeginDocument("update"u8);
        change(command);
        command.End();
        if (arrayFilters is not null)
        {
            command.BeginArray("arrayFilters"u8);
            arrayFilters(command);
            command.End();
        }
        command.BeginDocument("fields"u8).Int32("_id"u8, 1).End();
    }

    /// <summary>Whether a document matched the filter.</summary>
    public override bool Read(ReadOnlySpan<byte> reply) =>
        BsonReader.TryFind(reply, "lastErrorObject"u8, out var outcome)
            && BsonReader.TryFind(outcome.Value, "n"u8, out var count) && count.Int64() == 1;
}
