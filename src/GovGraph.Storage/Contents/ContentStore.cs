namespace GovGraph.Storage.Contents;

/// <summary>Where the contents of evidence files are kept, each once under its SHA-256, and the uploads that bring them. Faults of the store are a <see cref="StoreException"/>.</summary>
/// <remarks>It keeps bytes. What may be uploaded, and by whom, is for <see cref="FileUploads"/>.</remarks>
public abstract class ContentStore
{
    /// <summary>Keeps a new upload of which nothing has arrived.</summary>
    public abstract ValueTask Begin(FileUpload upload, CancellationToken cancellation = default);

    /// <summary>Keeps a new upload unless there is one of its id, or its owner would have more than the limits allow, however many come at once and to whatever server.</summary>
    /// <returns>The upload that is there now, the new one or the one before; null, and what the owner has already, where that is too much.</returns>
    public abstract ValueTask<(FileUpload? There, UploadUsage Usage)> TryBegin(FileUpload upload, DateTimeOffset now, FileLimits limits, CancellationToken cancellation = default);

    /// <summary>An upload, also one that has expired and is not forgotten yet.</summary>
    public abstract ValueTask<FileUpload?> Find(string id, CancellationToken cancellation = default);

    /// <summary>What an owner has handed in that expires after a moment.</summary>
    public abstract ValueTask<UploadUsage> UsageOf(string owner, DateTimeOffset moment, CancellationToken cancellation = default);

    /// <summary>Adds a piece behind what has arrived; what is acknowledged is durable. False where the piece does not belong there (any more).</summary>
    public abstract ValueTask<bool> Append(string id, long offset, ReadOnlyMemory<byte> piece, CancellationToken cancellation = default);

    /// <summary>What has arrived of an upload.</summary>
    public abstract ValueTask<ContentStream> OpenReceived(FileUpload upload, CancellationToken cancellation = default);

    /// <summary>Keeps all that has arrived under its SHA-256, which the caller has checked; once, however often it is handed in.</summary>
    public abstract ValueTask Finish(FileUpload upload, string mediaType, CancellationToken cancellation = default);

    /// <summary>Forgets an upload that is not finished.</summary>
    public abstract ValueTask Drop(string id, CancellationToken cancellation = default);

    /// <summary>The content with a SHA-256; null where there is none.</summary>
    public abstract ValueTask<ContentStream?> Open(string sha256, CancellationToken cancellation = default);

    /// <summary>Forgets the uploads that had expired at a moment, and those of their contents that no evidence names.</summary>
    /// <returns>How many uploads that were.</returns>
    public abstract ValueTask<int> Expire(DateTimeOffset moment, CancellationToken cancellation = default);
}
