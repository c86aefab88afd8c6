using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.Uploads;

/// <summary>The files of a request by their keys in its <c>map</c>.</summary>
internal sealed class UploadedFiles(IFormFileCollection files)
{
    public bool Contains(string key) => files.GetFile(key) is not null;

    public UploadedFile Get(string key) =>
        files.GetFile(key) is { } file ? new UploadedFile(file) : throw new InvalidOperationException($"The request has no file `{key}`.");
}
