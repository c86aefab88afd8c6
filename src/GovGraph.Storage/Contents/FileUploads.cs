using System.Security.Cryptography;
using GovGraph.Plans.Evidence.Files;

namespace GovGraph.Storage.Contents;

/// <summary>Takes files in: who may continue what, where a part belongs, and whether the whole is what was said.</summary>
public sealed class FileUploads(PlanStore store, FileLimits limits, TimeProvider time)
{
    /// <summary>How much is made durable at once.</summary>
    public const int PieceLength = 1024 * 1024;

    /// <summary>How long an upload is kept after it has expired, so that what is under way can still end.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromHours(1);

    public FileLimits Limits => limits;

    /// <summary>Begins an upload of a file whose name and size were checked.</summary>
    /// <remarks>Bytes that are known already have to be sent all the same: to know a SHA-256 is not to have the file.</remarks>
    /// <param name="file">What will come.</param>
    /// <param name="owner">Whose it is.</param>
    /// <param name="isOnlyTried">Nothing is kept.</param>
    /// <param name="key">Where the owner has begun an upload with it that has not expired, that one is the answer, whatever it was for.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    public async ValueTask<BegunUpload> Begin(
        NewFile file, string owner, bool isOnlyTried = false, ChangeKey? key = null, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var upload = New(file, owner, now);
        for (var n = 0; ; n++)
        {
            upload = key is null ? upload : upload with { Id = key.Of(n).Name, Input = key.Input };
            var (there, usage) = isOnlyTried
                ? await TryOnly(upload, now, cancellation).ConfigureAwait(false)
                : await store.Contents.TryBegin(upload, now, limits, cancellation).ConfigureAwait(false);
            if (there is null)
            {
                return new(null, UploadRefusal.TooManyUploads(usage, limits));
            }

            // What has expired is kept for a while, and nobody is given what is another's.
            if (ReferenceEquals(there, upload) || (there.ExpiresAt > now && there.Owner == owner))
            {
                return new(there, null) { IsRepeated = !ReferenceEquals(there, upload) };
            }
        }
    }

    /// <summary>An upload of this owner that has not expired.</summary>
    public async ValueTask<FileUpload?> Find(string id, string owner, CancellationToken cancellation = default) =>
        FileUpload.IsId(id) && await store.Contents.Find(id, cancellation).ConfigureAwait(false) is { } upload && upload.Owner == owner && upload.ExpiresAt > time.GetUtcNow()
            ? upload
            : null;

    /// <summary>Adds a piece; what has arrived of it before is compared and not written again. What is acknowledged is durable.</summary>
    public async ValueTask<(FileUpload Upload, UploadRefusal? Refusal)> Append(
        FileUpload upload, long offset, ReadOnlyMemory<byte> piece, CancellationToken cancellation = default)
    {
        if (offset > upload.Size - piece.Length)
        {
            return (upload, UploadRefusal.PartTooLong(upload, offset, piece.Length));
        }

        while (true)
        {
            if (offset > upload.Received)
            {
                return (upload, UploadRefusal.PartAhead(upload, offset));
            }

            var known = (int)Math.Min(upload.Received - offset, piece.Length);
            if (known > 0 && !await IsSame(upload, offset, piece[..known], cancellation).ConfigureAwait(false))
            {
                return (upload, UploadRefusal.PartDiffers(upload));
            }

            (offset, piece) = (offset + known, piece[known..]);
            if (piece.IsEmpty)
            {
                return (upload, null);
            }

            if (upload.Pieces >= limits.MaxParts)
            {
                return (upload, UploadRefusal.TooManyParts(upload));
            }

            var isAppended = await store.Contents.Append(upload.Id, offset, piece, cancellation).ConfigureAwait(false);

            // Where it was not, somebody else has been quicker: there is more to compare.
            if (await store.Contents.Find(upload.Id, cancellation).ConfigureAwait(false) is not { } now || (!isAppended && now.Received <= upload.Received))
            {
                return (upload, UploadRefusal.GivenUp);
            }

            upload = now;
        }
    }

    /// <summary>Checks all that has arrived and keeps it. What is not as it was said is thrown away, and the upload with it.</summary>
    public async ValueTask<(FileUpload Upload, UploadRefusal? Refusal)> Finish(FileUpload upload, CancellationToken cancellation = default)
    {
        if (upload.IsFinished)
        {
            return (upload, null);
        }

        if (upload.Received < upload.Size)
        {
            return (upload, UploadRefusal.Incomplete(upload));
        }

        var (mediaType, refusal) = await Inspect(upload, cancellation).ConfigureAwait(false);
        if (mediaType is not null)
        {
            await store.Contents.Finish(upload, mediaType, cancellation).ConfigureAwait(false);
        }

        // Another request may have finished it while this one was reading.
        var now = await store.Contents.Find(upload.Id, cancellation).ConfigureAwait(false);
        if (now is { IsFinished: true })
        {
            return (now, null);
        }

        await store.Contents.Drop(upload.Id, cancellation).ConfigureAwait(false);
        return (upload, refusal ?? UploadRefusal.GivenUp);
    }

    /// <summary>Forgets an upload that is not finished; one that is finished stays until it expires.</summary>
    public ValueTask Drop(FileUpload upload, CancellationToken cancellation = default) => store.Contents.Drop(upload.Id, cancellation);

    /// <summary>Takes a whole file at once: all that happens to one in parts.</summary>
    public async ValueTask<(FileUpload? Upload, UploadRefusal? Refusal)> Take(NewFile file, Stream content, string owner, CancellationToken cancellation = default)
    {
        var (upload, refusal) = await Begin(file, owner, cancellation: cancellation).ConfigureAwait(false);
        if (refusal is null)
        {
            (upload, refusal) = await AppendAll(upload!, content, cancellation).ConfigureAwait(false);
        }

        if (refusal is null)
        {
            (upload, refusal) = await Finish(upload!, cancellation).ConfigureAwait(false);
        }

        if (refusal is not null && upload is not null)
        {
            await store.Contents.Drop(upload.Id, cancellation).ConfigureAwait(false);
        }

        return refusal is null ? (upload, null) : (null, refusal);
    }

    /// <summary>Judges a whole file as if it were taken in; nothing is kept.</summary>
    public async ValueTask<(FileUpload? Upload, UploadRefusal? Refusal)> Try(NewFile file, Stream content, string owner, CancellationToken cancellation = default)
    {
        var (upload, refusal) = await Begin(file, owner, isOnlyTried: true, cancellation: cancellation).ConfigureAwait(false);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        (var mediaType, refusal) = await Inspect(upload!, content, cancellation).ConfigureAwait(false);
        return refusal is null ? (upload! with { MediaType = mediaType }, null) : (null, refusal);
    }

    /// <summary>Takes in a content that another store had under this SHA-256; what it is was found out there.</summary>
    public async ValueTask<UploadRefusal?> Copy(NewFile file, string mediaType, Stream content, CancellationToken cancellation = default)
    {
        var upload = New(file, owner: "", time.GetUtcNow());
        await store.Contents.Begin(upload, cancellation).ConfigureAwait(false);
        var (arrived, refusal) = await AppendAll(upload, content, cancellation).ConfigureAwait(false);
        if (refusal is null)
        {
            await using var received = await store.Contents.OpenReceived(arrived, cancellation).ConfigureAwait(false);
            refusal = await CheckHash(arrived, received, cancellation).ConfigureAwait(false);
        }

        if (refusal is null)
        {
            await store.Contents.Finish(arrived, mediaType, cancellation).ConfigureAwait(false);
        }
        else
        {
            await store.Contents.Drop(upload.Id, cancellation).ConfigureAwait(false);
        }

        return refusal;
    }

    /// <summary>Forgets what nobody can continue or name any more; how many uploads that were.</summary>
    public ValueTask<int> Expire(CancellationToken cancellation = default) => store.Contents.Expire(time.GetUtcNow() - s_grace, cancellation);

    private async ValueTask<(FileUpload? There, UploadUsage Usage)> TryOnly(FileUpload upload, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await store.Contents.Find(upload.Id, cancellation).ConfigureAwait(false) is { } there)
        {
            return (there, default);
        }

        var usage = await store.Contents.UsageOf(upload.Owner, now, cancellation).ConfigureAwait(false);
        return (usage.HasRoomFor(upload, limits) ? upload : null, usage);
    }

    private async ValueTask<(string? MediaType, UploadRefusal? Refusal)> Inspect(FileUpload upload, CancellationToken cancellation)
    {
        await using var content = await store.Contents.OpenReceived(upload, cancellation).ConfigureAwait(false);
        return await Inspect(upload, content, cancellation).ConfigureAwait(false);
    }

    private static async ValueTask<(string? MediaType, UploadRefusal? Refusal)> Inspect(FileUpload upload, Stream content, CancellationToken cancellation)
    {
        if (await CheckHash(upload, content, cancellation).ConfigureAwait(false) is { } refusal)
        {
            return (null, refusal);
        }

        var (format, fault) = await FileInspection.Inspect(content, upload.Name, upload.DeclaredType, cancellation).ConfigureAwait(false);
        return format is null ? (null, new UploadRefusal(UploadFault.FileNotAllowed, fault!.Value)) : (format.MediaType, null);
    }

    private static async ValueTask<UploadRefusal?> CheckHash(FileUpload upload, Stream content, CancellationToken cancellation)
    {
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation).ConfigureAwait(false));
        return sha256 == upload.Sha256 ? null : UploadRefusal.ContentDiffers(upload, content.Length, sha256);
    }

    private async ValueTask<(FileUpload Upload, UploadRefusal? Refusal)> AppendAll(FileUpload upload, Stream content, CancellationToken cancellation)
    {
        var piece = new byte[PieceLength];
        while (await content.ReadAtLeastAsync(piece, PieceLength, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) is > 0 and var count)
        {
            (upload, var refusal) = await Append(upload, upload.Received, piece.AsMemory(0, count), cancellation).ConfigureAwait(false);
            if (refusal is not null)
            {
                return (upload, refusal);
            }
        }

        return (upload, null);
    }

    private FileUpload New(NewFile file, string owner, DateTimeOffset now) => new()
    {
        Id = RandomNumberGenerator.GetHexString(FileUpload.IdLength, lowercase: true),
        Name = file.Name,
        Size = file.Size,
        Sha256 = file.Sha256,
        DeclaredType = file.MediaType,
        Owner = owner,
        ExpiresAt = now + limits.UploadLifetime,
    };

    private async ValueTask<bool> IsSame(FileUpload upload, long offset, ReadOnlyMemory<byte> piece, CancellationToken cancellation)
    {
        await using var content = await store.Contents.OpenReceived(upload, cancellation).ConfigureAwait(false);
        content.Position = offset;
        var there = new byte[piece.Length];
        return await content.ReadAtLeastAsync(there, there.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) == there.Length
            && piece.Span.SequenceEqual(there);
    }
}
