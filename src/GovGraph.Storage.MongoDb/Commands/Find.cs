using System.Text;
using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Commands;

/// <summary>Reads documents: https://www.mongodb.com/docs/manual/reference/command/find/.</summary>
/// <param name="collection">The collection.</param>
/// <param name="filter">Writes the elements of the filter.</param>
/// <param name="read">Makes a value of a document's bytes.</param>
internal sealed class Find<TResult>(string collection, Action<BsonWriter> filter, DocumentReader<TResult> read) : CursorCommand<TResult>
{
    public override CursorKind Kind => CursorKind.Find;

    public override string Collection => collection;

    /// <summary>Paths that are left out; all others come.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Paths that come; all where none is named.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Paths to sort by, rising.</summary>
    public IReadOnlyList<string> Sort { get; init; } = [];

    public int? Limit { get; init; }

    public override void Build(BsonWriter body) => filter(body);

    public override void BuildOptions(BsonWriter options)
    {
        if (Without.Count + Only.Count > 0)
        {
            options.BeginDocument("projection"u8);
            foreach (var path in Without)
                options.Int32(Encoding.UTF8.GetBytes(path), 0);
            foreach (var path in Only)
                options.Int32(Encoding.UTF8.GetBytes(path), 1);
            options.End();
        }
        if (Sort.Count > 0)
        {
            options.BeginDocument("sort"u8);
            foreach (var path in Sort)
                options.Int32(Encoding.UTF8.GetBytes(path), 1);
            options.End();
        }
        if (Limit is { } limit)
            options.Int64("limit"u8, limit);
    }

    public override TResult Read(ReadOnlySpan<byte> document) => read(document);
}

/// <summary>Makes a value of a document that lies in native memory.</summary>
internal delegate TResult DocumentReader<out TResult>(ReadOnlySpan<byte> document);
