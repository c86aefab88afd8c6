namespace GovGraph.Storage.Contents;

/// <summary>What may be handed in as files: docs/limits.md says what each limit is for.</summary>
public sealed record FileLimits
{
    /// <summary>The largest file.</summary>
    public long MaxFileBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>The largest body of one PUT.</summary>
    public long MaxPartBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>In how many pieces a file may arrive.</summary>
    public int MaxParts { get; init; } = 10_000;

    /// <summary>How many uploads of one caller may be unfinished.</summary>
    public int MaxOpenUploads { get; init; } = 100;

    /// <summary>The bytes of all uploads of one caller that have not expired.</summary>
    public long MaxUploadedBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>How long an upload can be continued, and named as evidence.</summary>
    public TimeSpan UploadLifetime { get; init; } = TimeSpan.FromHours(24);
}
