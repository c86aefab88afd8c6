using System.Text.Json.Serialization;

namespace GovGraph.Storage.Contents;

/// <summary>A file that is handed in, part by part; what has arrived is durable.</summary>
public sealed record FileUpload
{
    public const int IdLength = 32;

    /// <summary>32 random hexadecimal digits: who does not know it can't guess it.</summary>
    public required string Id { get; init; }

    /// <summary>What the caller calls the file, cleaned.</summary>
    public required string Name { get; init; }

    /// <summary>How long it will be, in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>What its SHA-256 will be, in small hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What the caller says that it is.</summary>
    public string? DeclaredType { get; init; }

    /// <summary>Whose it is: the name of a key; empty where the server has none.</summary>
    public required string Owner { get; init; }

    /// <summary>From when on it can't be continued or named as evidence any more.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What was asked for with an idempotency key, as a hash; null where there was none.</summary>
    public string? Input { get; init; }

    /// <summary>How much has arrived.</summary>
    public long Received { get; init; }

    /// <summary>In how many pieces it has arrived.</summary>
    public int Pieces { get; init; }

    /// <summary>What it was found to be; null until all of it has arrived and was checked.</summary>
    public string? MediaType { get; init; }

    [JsonIgnore]
    public bool IsFinished => MediaType is not null;

    /// <summary>Whether a text can be the id of an upload: nothing else is looked for.</summary>
    public static bool IsId(string text) => text.Length == IdLength && text.All(char.IsAsciiHexDigitLower);
}

/// <summary>What a caller has handed in that has not expired.</summary>
/// <param name="Unfinished">How many uploads are not finished.</param>
/// <param name="Bytes">The bytes of all of them, as declared.</param>
public readonly record struct UploadUsage(int Unfinished, long Bytes)
{
    public bool HasRoomFor(FileUpload upload, FileLimits limits) =>
        Unfinished < limits.MaxOpenUploads && Bytes + upload.Size <= limits.MaxUploadedBytes;
}
