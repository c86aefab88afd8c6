using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Commands;

/// <summary>Runs a pipeline: https://www.mongodb.com/docs/manual/reference/command/aggregate/.</summary>
/// <param name="collection">The collection.</param>
/// <param name="pipeline">Writes the stages, each a document of one element.</param>
/// <param name="read">Makes a value of a document's bytes.</param>
internal sealed class Aggregate<TResult>(string collection, Action<BsonWriter> pipeline, DocumentReader<TResult> read) : CursorCommand<TResult>
{
    /// <summary>Only what a majority has, so that no failover takes it back.</summary>
    public bool OnlyOfMajority { get; init; }

    public override CursorKind Kind => CursorKind.Aggregate;

    public override string Collection => collection;

    public override void Build(BsonWriter body)
    {
        body.BeginArray("pipeline"u8);
        pipeline(body);
        body.End();
    }

    public override void BuildOptions(BsonWriter options)
    {
        // A sort larger than the server's memory limit goes to its disk instead of failing.
        options.Boolean("allowDiskUse"u8, true);
        if (OnlyOfMajority)
            options.BeginDocument("readConcern"u8).String("level"u8, "majority").End();
    }

    public override TResult Read(ReadOnlySpan<byte> document) => read(document);
}
