using GovGraph.GraphQL.Transport.Uploads;
using GovGraph.Storage.Contents;

namespace GovGraph.Server.Files;

/// <summary>What may be handed in as files: docs/limits.md says what each limit is for.</summary>
internal sealed class FileSettings
{
    private static readonly FileLimits s_limits = new();

    public long MaxFileBytes { get; init; } = s_limits.MaxFileBytes;

    public long MaxPartBytes { get; init; } = s_limits.MaxPartBytes;

    public int MaxParts { get; init; } = s_limits.MaxParts;

    public int MaxOpenUploads { get; init; } = s_limits.MaxOpenUploads;

    public long MaxUploadedBytes { get; init; } = s_limits.MaxUploadedBytes;

    public TimeSpan UploadLifetime { get; init; } = s_limits.UploadLifetime;

    public FileLimits Limits => new()
    {
        MaxFileBytes = MaxFileBytes,
        MaxPartBytes = MaxPartBytes,
        MaxParts = MaxParts,
        MaxOpenUploads = MaxOpenUploads,
        MaxUploadedBytes = MaxUploadedBytes,
        UploadLifetime = UploadLifetime,
    };

    /// <summary>Of a multipart request: its files, and room for the operation beside them.</summary>
    public UploadOptions Multipart(int maxBodyBytes) => new() { MaxFileBytes = MaxFileBytes, MaxBodyBytes = MaxFileBytes + maxBodyBytes };

    /// <exception cref="StartException">A limit would let nothing through.</exception>
    public void Check()
    {
        AtLeast(1, MaxFileBytes, nameof(MaxFileBytes));
        AtLeast(1, MaxPartBytes, nameof(MaxPartBytes));
        AtLeast(1, MaxParts, nameof(MaxParts));
        AtLeast(1, MaxOpenUploads, nameof(MaxOpenUploads));
        AtLeast(MaxFileBytes, MaxUploadedBytes, nameof(MaxUploadedBytes));
        if (UploadLifetime < TimeSpan.FromMinutes(1)) throw Wrong(nameof(UploadLifetime), "00:01:00 or more", UploadLifetime);
    }

    private static void AtLeast(long least, long value, string name)
    {
        if (value < least) throw Wrong(name, $"{least} or more", value);
    }

    private static StartException Wrong(string name, string expected, object value) =>
        new(FormattableString.Invariant($"the setting GovGraph__Files__{name} must be {expected}, but it is {value}."));
}
