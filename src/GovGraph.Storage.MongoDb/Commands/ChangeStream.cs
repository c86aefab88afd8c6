using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Queries;

namespace GovGraph.Storage.MongoDb.Commands;

/// <summary>The changes of plans as they happen: https://www.mongodb.com/docs/manual/changeStreams/.</summary>
/// <param name="resumeAfter">The token of the last event that was seen; empty for the events from now on.</param>
internal sealed class ChangeStream(ReadOnlyMemory<byte> resumeAfter)
{
    // How long the server holds a request for more; after that the caller may stop.
    private const int AwaitMilliseconds = 250;

    private static readonly Mql[] Stages =
    [
        Mql.Document(("$match", Mql.Document(("operationType", Mql.Document(("$in", Mql.List(Mql.Value("insert"), Mql.Value("update")))))))),
        Mql.Document(("$project", Mql.Document(
            ("documentKey", Mql.Value(1)),
            ("version", Mql.Call("$ifNull", Mql.Path("$updateDescription.updatedFields.version"), Mql.Path("$fullDocument.version")))))),
    ];

    public static string Collection => Collections.Plans;

    public static void Build(BsonWriter body)
    {
        body.BeginArray("pipeline"u8);
        foreach (var stage in Stages)
            stage.Write(body, []);
        body.End();
    }

    public void BuildOptions(BsonWriter options)
    {
        options.Int64("maxAwaitTimeMS"u8, AwaitMilliseconds);
        if (!resumeAfter.IsEmpty)
            options.Raw("resumeAfter"u8, BsonType.Document, resumeAfter.Span);
    }

    public static ChangeEvent Read(ReadOnlySpan<byte> document) => new(
        BsonReader.TryFind(document, "_id"u8, out var token) ? token.Value.ToArray() : [],
        BsonReader.TryFind(document, "documentKey"u8, out var key) && BsonReader.TryFind(key.Value, "_id"u8, out var id) ? id.String() : "",
        BsonReader.TryFind(document, "version"u8, out var version) && !version.IsNull ? version.Int64() : 0);
}

/// <summary>A plan has got a version. Version 0: something else in its document was changed.</summary>
internal sealed record ChangeEvent(byte[] Token, string PlanId, long Version);
