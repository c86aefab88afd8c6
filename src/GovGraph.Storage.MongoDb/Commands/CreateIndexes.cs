using System.Text;
using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Commands;

/// <summary>Makes the indexes that are not there yet: https://www.mongodb.com/docs/manual/reference/command/createIndexes/.</summary>
internal sealed class CreateIndexes(string collection, IReadOnlyList<IndexModel> indexes) : Command<IndexCount>
{
    public override CommandKind Kind => CommandKind.Write;

    public override void Build(BsonWriter command)
    {
        command.String("createIndexes"u8, collection).BeginArray("indexes"u8);
        foreach (var index in indexes)
        {
            command.BeginDocument().String("name"u8, index.Name).BeginDocument("key"u8);
            foreach (var path in index.Paths)
                command.Int32(Encoding.UTF8.GetBytes(path.TrimStart('-')), path.StartsWith('-') ? -1 : 1);
            command.End();
            if (index.IsUnique)
                command.Boolean("unique"u8, true);
            if (index.IsSparse)
                command.Boolean("sparse"u8, true);
            if (index.OnlyWhere is { } there)
                command.BeginDocument("partialFilterExpression"u8).BeginDocument(Encoding.UTF8.GetBytes(there)).Boolean("$exists"u8, true).End().End();
            if (index.IsExpiry)
                command.Int32("expireAfterSeconds"u8, 0);
            command.End();
        }
        command.End();
    }

    public override IndexCount Read(ReadOnlySpan<byte> reply) =>
        BsonReader.TryFind(reply, "numIndexesBefore"u8, out var before) && BsonReader.TryFind(reply, "numIndexesAfter"u8, out var after)
            ? new IndexCount(before.Int32(), after.Int32())
            : default;
}

/// <summary>How many indexes the collection had, and has.</summary>
internal readonly record struct IndexCount(int Before, int After);

/// <summary>An index: its name and its paths, rising; falling with a - in front.</summary>
internal sealed record IndexModel(string Name, params string[] Paths)
{
    /// <summary>No two documents may have the same key.</summary>
    public bool IsUnique { get; init; }

    /// <summary>Documents without the member are not in it.</summary>
    public bool IsSparse { get; init; }

    /// <summary>Documents without this path are not in it; null where all are.</summary>
    public string? OnlyWhere { get; init; }

    /// <summary>A document is deleted soon after the moment that it has there.</summary>
    public bool IsExpiry { get; init; }
}
