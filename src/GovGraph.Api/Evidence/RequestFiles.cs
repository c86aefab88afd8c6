using System.Security.Cryptography;
using GovGraph.GraphQL.Transport.Uploads;
using GovGraph.Storage.Contents;

namespace GovGraph.Api.Evidence;

/// <summary>The files of one request. However often it names one, that is read once and kept once.</summary>
internal sealed class RequestFiles
{
    private readonly Dictionary<UploadedFile, string> _hashes = [];
    private readonly Dictionary<(FileInput File, bool IsOnlyTried), FileUpload> _taken = [];

    public string Sha256(UploadedFile file)
    {
        if (_hashes.TryGetValue(file, out var known)) return known;

        using var content = file.OpenRead();
        return _hashes[file] = Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <summary>Takes a file in, if that was not done before.</summary>
    /// <param name="file">Without what is said of it.</param>
    /// <param name="isOnlyTried">Nothing is kept.</param>
    /// <param name="take">Takes it in.</param>
    public async ValueTask<(FileUpload? Upload, UploadRefusal? Refusal)> Take(FileInput file, bool isOnlyTried, Func<ValueTask<(FileUpload? Upload, UploadRefusal? Refusal)>> take)
    {
        if (_taken.TryGetValue((file, isOnlyTried), out var known)) return (known, null);

        var (upload, refusal) = await take();
        if (refusal is null) _taken.Add((file, isOnlyTried), upload!);
        return (upload, refusal);
    }
}
