using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Documents;

namespace GovGraph.Storage.MongoDb.Contents;

/// <summary>A file as GridFS knows it: its document in <c>fs.files</c>, its bytes in <c>fs.chunks</c>.</summary>
/// <seealso href="https://github.com/mongodb/specifications/blob/master/source/gridfs/gridfs-spec.md"/>
/// <param name="Id">Twelve bytes.</param>
/// <param name="Length">The length in bytes.</param>
internal sealed record GridFile(byte[] Id, long Length)
{
    /// <summary>All chunks but the last one have this length; it is what drivers write.</summary>
    public const int ChunkLength = 261_120;

    private const int IdLength = 12;

    /// <summary>A new object id: when it was made, then what nobody else makes.</summary>
    public static byte[] NewId(DateTimeOffset at)
    {
        var id = System.Security.Cryptography.RandomNumberGenerator.GetBytes(IdLength);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(id, (int)at.ToUnixTimeSeconds());
        return id;
    }

    public static byte[] Chunk(byte[] filesId, int n, ReadOnlySpan<byte> data, DateTimeOffset at)
    {
        using var writer = new BsonWriter();
        return writer.Begin().ObjectId("_id"u8, NewId(at)).ObjectId("files_id"u8, filesId).Int32("n"u8, n).Binary("data"u8, data).End().Written.ToArray();
    }

    /// <param name="id">Its id.</param>
    /// <param name="length">Its length.</param>
    /// <param name="at">Now.</param>
    /// <param name="name">What it was called when it was handed in first.</param>
    /// <param name="sha256">What it is found by.</param>
    /// <param name="mediaType">What it is.</param>
    /// <param name="keptUntil">Until when it stays though no evidence names it.</param>
    public static byte[] Document(byte[] id, long length, DateTimeOffset at, string name, string sha256, string mediaType, DateTimeOffset keptUntil)
    {
        using var writer = new BsonWriter();
        writer.Begin().ObjectId("_id"u8, id).Int64("length"u8, length).Int32("chunkSize"u8, ChunkLength).DateTime("uploadDate"u8, at).String("filename"u8, name);
        writer.BeginDocument("metadata"u8).String("sha256"u8, sha256).String("mediaType"u8, mediaType).DateTime("keptUntil"u8, keptUntil).End();
        return writer.End().Written.ToArray();
    }

    public static GridFile Read(ReadOnlySpan<byte> document) =>
        BsonReader.TryFind(document, "_id"u8, out var id) && BsonReader.TryFind(document, "length"u8, out var length)
            ? new GridFile(id.ObjectId().ToArray(), length.Int64())
            : throw DocumentValues.Missing("_id or length");
}
