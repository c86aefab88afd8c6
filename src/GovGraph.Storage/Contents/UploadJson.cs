using System.Buffers;
using System.Text.Json;
using GovGraph.Storage.Files.Journals;

namespace GovGraph.Storage.Contents;

/// <summary>What is known of an upload, in a file beside its bytes.</summary>
internal static class UploadJson
{
    public static ReadOnlySpan<byte> Write(FileUpload upload)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id", upload.Id);
            json.WriteString("name", upload.Name);
            json.WriteNumber("size", upload.Size);
            json.WriteString("sha256", upload.Sha256);
            ProgressJson.WriteOptional(json, "declaredType", upload.DeclaredType);
            json.WriteString("owner", upload.Owner);
            json.WriteString("expiresAt", upload.ExpiresAt);
            ProgressJson.WriteOptional(json, "input", upload.Input);
            json.WriteNumber("received", upload.Received);
            json.WriteNumber("pieces", upload.Pieces);
            ProgressJson.WriteOptional(json, "mediaType", upload.MediaType);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    /// <summary>Null for what is not one.</summary>
    public static FileUpload? Read(byte[] file)
    {
        try
        {
            using var document = JsonDocument.Parse(file);
            var members = document.RootElement;
            return new FileUpload
            {
                Id = members.GetProperty("id").GetString()!,
                Name = members.GetProperty("name").GetString()!,
                Size = members.GetProperty("size").GetInt64(),
                Sha256 = members.GetProperty("sha256").GetString()!,
                DeclaredType = ProgressJson.Optional(members, "declaredType"),
                Owner = members.GetProperty("owner").GetString()!,
                ExpiresAt = members.GetProperty("expiresAt").GetDateTimeOffset(),
                Input = ProgressJson.Optional(members, "input"),
                Received = members.GetProperty("received").GetInt64(),
                Pieces = members.GetProperty("pieces").GetInt32(),
                MediaType = ProgressJson.Optional(members, "mediaType"),
            };
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
