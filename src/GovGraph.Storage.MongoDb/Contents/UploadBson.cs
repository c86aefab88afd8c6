using GovGraph.Storage.Contents;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Documents;

namespace GovGraph.Storage.MongoDb.Contents;

/// <summary>What is known of an upload: a document of the collection <c>uploads</c>.</summary>
internal static class UploadBson
{
    public static byte[] Write(FileUpload upload)
    {
        using var writer = new BsonWriter();
        writer.Begin().String("_id"u8, upload.Id).String("name"u8, upload.Name).Int64("size"u8, upload.Size).String("sha256"u8, upload.Sha256);
        writer.Text("declaredType"u8, upload.DeclaredType).String("owner"u8, upload.Owner).DateTime("expiresAt"u8, upload.ExpiresAt).Text("input"u8, upload.Input);
        return writer.Int64("received"u8, upload.Received).Int32("pieces"u8, upload.Pieces).End().Written.ToArray();
    }

    public static FileUpload Read(ReadOnlySpan<byte> document)
    {
        string? id = null, name = null, sha256 = null, declaredType = null, owner = null, input = null, mediaType = null;
        long size = 0, received = 0;
        var pieces = 0;
        DateTimeOffset expiresAt = default;
        var members = new BsonReader(document);
        while (members.Next())
        {
            if (members.Is("_id"u8))
                id = members.String();
            else if (members.Is("name"u8))
                name = members.String();
            else if (members.Is("size"u8))
                size = members.Int64();
            else if (members.Is("sha256"u8))
                sha256 = members.String();
            else if (members.Is("declaredType"u8))
                declaredType = members.String();
            else if (members.Is("owner"u8))
                owner = members.String();
            else if (members.Is("expiresAt"u8))
                expiresAt = members.DateTime();
            else if (members.Is("input"u8))
                input = members.String();
            else if (members.Is("received"u8))
                received = members.Int64();
            else if (members.Is("pieces"u8))
                pieces = members.Int32();
            else if (members.Is("mediaType"u8))
                mediaType = members.String();
        }
        return new FileUpload
        {
            Id = id ?? throw DocumentValues.Missing("_id"),
            Name = name ?? throw DocumentValues.Missing("name"),
            Size = size,
            Sha256 = sha256 ?? throw DocumentValues.Missing("sha256"),
            DeclaredType = declaredType,
            Owner = owner ?? throw DocumentValues.Missing("owner"),
            ExpiresAt = expiresAt,
            Input = input,
            Received = received,
            Pieces = pieces,
            MediaType = mediaType,
        };
    }
}
