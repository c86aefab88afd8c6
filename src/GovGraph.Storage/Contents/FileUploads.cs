using System.Security.Cryptography;
using GovGraph.Plans.Evidence.Files;

namespace GovGraph.Storage.Contents;

/// <summary>Takes files in: who may continue what, where a part belongs, and whether the whole is what was said.</summary>
public sealed class FileUploads(ContentStore contents, FileLimits limits, TimeProvider time)
{
    /// <summary>How much is made durable at once.</summary>
    public const int PieceLength = 1024 * 1024;

    /// <summary>How long an upload is kept after it has expired, so that what is under way can still end.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromHours(1);

    public FileLimits Limits => limits;

    public ContentStore Contents => contents;

    /// <summary>Begins an upload of a file whose name and size were checked.</summary>
    /// <remarks>Bytes that are known already have to be sent all the same: to know a SHA-256 is not to have the file.</remarks>
    public async ValueTask<(FileUpload? Upload, UploadRefusal? Refusal)> Begin(NewFile file, string owner, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var usage = await contents.UsageOf(owner, now, cancellation).ConfigureAwait(false);
        if (usage.Unfinished >= limits.MaxOpenUploads || usage.Bytes + file.Size > limits.MaxUploadedBytes)
        {
            return (null, new(
                UploadFault.TooManyUploads,
                $"{usage.Unfinished} uploads are not finished, and {usage.Bytes} bytes were handed in lately; at most {limits.MaxOpenUploads} and {limits.MaxUploadedBytes} are taken. Finish some, or try again in some hours."));
        }

        var upload = new FileUpload
        {
            Id = RandomNumberGenerator.GetHexString(FileUpload.IdLength, lowercase: true),
            Name = file.Name,
            Size = file.Size,
            Sha256 = file.Sha256,
            DeclaredType = file.MediaType,
            Owner = owner,
            ExpiresAt = now + limits.UploadLifetime,
        };
        await contents.Begin(upload, cancellation).ConfigureAwait(false);
        return (upload, null);
    }

    /// <summary>An upload of this owner that has not expired.</summary>
    public async ValueTask<FileUpload?> Find(string id, string owner, CancellationToken cancellation = default) =>
        FileUpload.IsId(id) && await contents.Find(id, cancellation).ConfigureAwait(false) is { } upload && upload.Owner == owner && upload.ExpiresAt > time.GetUtcNow()
            ? upload
            : null;

    /// <summary>Adds a piece; what has arrived of it before is compared and not written again. What is acknowledged is durable.</summary>
    public async ValueTask<(FileUpload Upload, UploadRefusal? Refusal)> Append(
        FileUpload upload, long offset, ReadOnlyMemory<byte> piece, CancellationToken cancellation = default)
    {
        if (offset > upload.Size - piece.Length)
        {
            return (upload, new(UploadFault.PartTooLong, $"The file has {upload.Size} bytes; this part of {piece.Length} begins at {offset}."));
        }

        while (true)
        {
            if (offset > upload.Received)
            {
                return (upload, new(UploadFault.PartAhead, $"{upload.Received} bytes have arrived, and this part begins at {offset}. Go on at {upload.Received}."));
            }

            var known = (int)Math.Min(upload.Received - offset, piece.Length);
            if (known > 0 && !await IsSame(upload, offset, piece[..known], cancellation).ConfigureAwait(false))
            {
                return (upload, new(UploadFault.PartDiffers, $"Other bytes have arrived before in the place of this part. Go on at {upload.Received}, or begin another upload."));
            }

            (offset, piece) = (offset + known, piece[known..]);
            if (piece.IsEmpty)
            {
                return (upload, null);
            }

            if (upload.Pieces >= limits.MaxParts)
            {
                return (upload, new(UploadFault.TooManyParts, $"The file has come in {upload.Pieces} pieces, which is as many as are taken. Begin another upload and send larger parts."));
            }

            var isAppended = await contents.Append(upload.Id, offset, piece, cancellation).ConfigureAwait(false);

            // Where it was not, somebody else has been quicker: there is more to compare.
            if (await contents.Find(upload.Id, cancellation).ConfigureAwait(false) is not { } now || (!isAppended && now.Received <= upload.Received))
            {
                return (upload, new(UploadFault.UploadNotFound, "The upload was given up meanwhile. Begin another one."));
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
            return (upload, new(UploadFault.UploadIncomplete, $"{upload.Received} of {upload.Size} bytes have arrived: send the others first."));
        }

        var (mediaType, refusal) = await Inspect(upload, cancellation).ConfigureAwait(false);
        if (mediaType is not null)
        {
            await contents.Finish(upload, mediaType, cancellation).ConfigureAwait(false);
        }

        // Another request may have finished it while this one was reading.
        var now = await contents.Find(upload.Id, cancellation).ConfigureAwait(false);
        if (now is { IsFinished: true })
        {
            return (now, null);
        }

        await contents.Drop(upload.Id, cancellation).ConfigureAwait(false);
        return (upload, refusal ?? new(UploadFault.UploadNotFound, "The upload was given up meanwhile. Begin another one."));
    }

    /// <summary>Takes a whole file at once: all that happens to one in parts.</summary>
    public async ValueTask<(FileUpload? Upload, UploadRefusal? Refusal)> Take(NewFile file, Stream content, string owner, CancellationToken cancellation = default)
    {
        var (upload, refusal) = await Begin(file, owner, cancellation).ConfigureAwait(false);
        var piece = new byte[PieceLength];
        while (refusal is null && await content.ReadAtLeastAsync(piece, PieceLength, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) is > 0 and var count)
        {
            (upload, refusal) = await Append(upload!, upload!.Received, piece.AsMemory(0, count), cancellation).ConfigureAwait(false);
        }

        if (refusal is null)
        {
            (upload, refusal) = await Finish(upload!, cancellation).ConfigureAwait(false);
        }

        if (refusal is not null && upload is not null)
        {
            await contents.Drop(upload.Id, cancellation).ConfigureAwait(false);
        }

        return refusal is null ? (upload, null) : (null, refusal);
    }

    /// <summary>Forgets what nobody can continue or name any more; how many uploads that were.</summary>
    public ValueTask<int> Expire(CancellationToken cancellation = default) => contents.Expire(time.GetUtcNow() - s_grace, cancellation);

    private async ValueTask<(string? MediaType, UploadRefusal? Refusal)> Inspect(FileUpload upload, CancellationToken cancellation)
    {
        await using var content = await contents.OpenReceived(upload, cancellation).ConfigureAwait(false);
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation).ConfigureAwait(false));
        if (sha256 != upload.Sha256)
        {
            return (null, new(
                UploadFault.ContentDiffers,
                $"The {upload.Size} bytes that arrived have the SHA-256 {sha256}, not {upload.Sha256}; they were thrown away. Check the file, and begin another upload."));
        }

        var (format, fault) = await FileInspection.Inspect(content, upload.Name, upload.DeclaredType, cancellation).ConfigureAwait(false);
        return format is null ? (null, new(UploadFault.FileNotAllowed, fault!)) : (format.MediaType, null);
    }

    private async ValueTask<bool> IsSame(FileUpload upload, long offset, ReadOnlyMemory<byte> piece, CancellationToken cancellation)
    {
        await using var content = await contents.OpenReceived(upload, cancellation).ConfigureAwait(false);
        content.Position = offset;
        var there = new byte[piece.Length];
        return await content.ReadAtLeastAsync(there, there.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) == there.Length
            && piece.Span.SequenceEqual(there);
    }
}

/// <summary>What a caller says of a file before it comes.</summary>
/// <param name="Name">Its name, cleaned.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">Its SHA-256 in small hexadecimal digits.</param>
/// <param name="MediaType">What it is; null where that is not said.</param>
public sealed record NewFile(string Name, long Size, string Sha256, string? MediaType);
