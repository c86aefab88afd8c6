using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.Uploads;

/// <summary>A file that came with a request, the same however often it is named. It is gone when the request is answered.</summary>
public sealed record UploadedFile
{
    private readonly IFormFile _file;

    internal UploadedFile(IFormFile file) => _file = file;

    /// <summary>What the caller calls it, without folders. Never a name to store it under.</summary>
    public string Name => _file.FileName[(_file.FileName.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>What the caller says it is.</summary>
    public string? ContentType => _file.ContentType;

    public long Length => _file.Length;

    public Stream OpenRead() => _file.OpenReadStream();
}
