using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovGraph.Storage.Contents;

/// <summary>What is known of an upload, in a file beside its bytes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(FileUpload))]
internal sealed partial class UploadJson : JsonSerializerContext
{
    public static byte[] Write(FileUpload upload) => JsonSerializer.SerializeToUtf8Bytes(upload, Default.FileUpload);

    /// <summary>Null for what is not one.</summary>
    public static FileUpload? Read(byte[] file)
    {
        try
        {
            return JsonSerializer.Deserialize(file, Default.FileUpload);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
