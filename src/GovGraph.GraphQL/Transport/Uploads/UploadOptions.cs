namespace GovGraph.GraphQL.Transport.Uploads;

/// <summary>What a multipart request may carry. It is taken only where the schema has a scalar <c>Upload</c>.</summary>
public sealed record UploadOptions
{
    public int MaxFiles { get; init; } = 10;

    public long MaxFileBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>The largest body, all files and the request together.</summary>
    public long MaxBodyBytes { get; init; } = 64 * 1024 * 1024;
}
