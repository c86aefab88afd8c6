using System.Collections.Concurrent;
using GovGraph.Storage.Disks;
using GovGraph.Storage.Files;

namespace GovGraph.Storage.Contents;

/// <summary>Contents as files of a folder, named by their SHA-256; of an upload, its bytes and beside them what is known of it.</summary>
/// <param name="disk">Where they lie.</param>
/// <param name="folder">The store's folder.</param>
/// <param name="isNamed">Whether evidence names the content with this SHA-256.</param>
internal sealed class FolderContents(Disk disk, StoreFolder folder, Func<string, bool> isNamed) : ContentStore
{
    private const string NotBegun = "The upload could not be begun";

    // Held from the look at what an owner has until there is more of it.
    private readonly Lock beginning = new();

    // Held while a content comes or goes.
    private readonly Lock contents = new();
    private readonly Lock loading = new();
    private ConcurrentDictionary<string, Entry>? uploads;

    private ConcurrentDictionary<string, Entry> Uploads
    {
        get
        {
            lock (loading)
            {
                return uploads ??= Load();
            }
        }
    }

    public override ValueTask Begin(FileUpload upload, CancellationToken cancellation = default) => Work(NotBegun, () => Keep(upload));

    public override ValueTask<(FileUpload? There, UploadUsage Usage)> TryBegin(FileUpload upload, DateTimeOffset now, FileLimits limits, CancellationToken cancellation = default) =>
        Work(NotBegun, () =>
        {
            lock (beginning)
            {
                if (Uploads.TryGetValue(upload.Id, out var there))
                {
                    return ((FileUpload?)there.Upload, default(UploadUsage));
                }

                var usage = Usage(upload.Owner, now);
                if (!usage.HasRoomFor(upload, limits))
                {
                    return (null, usage);
                }

                Keep(upload);
                return (upload, usage);
            }
        });

    public override ValueTask<FileUpload?> Find(string id, CancellationToken cancellation = default) =>
        Work("The upload could not be read", () => Uploads.GetValueOrDefault(id)?.Upload);

    public override ValueTask<UploadUsage> UsageOf(string owner, DateTimeOffset moment, CancellationToken cancellation = default) =>
        Work("The uploads could not be read", () => Usage(owner, moment));

    public override ValueTask<bool> Append(string id, long offset, ReadOnlyMemory<byte> piece, CancellationToken cancellation = default) =>
        Work("The part of the file was not saved", () =>
        {
            if (!Uploads.TryGetValue(id, out var entry))
            {
                return false;
            }

            lock (entry.Gate)
            {
                var upload = entry.Upload;
                if (entry.IsGone || upload.IsFinished || offset != upload.Received)
                {
                    return false;
                }

                using (var file = disk.Open(folder.UploadedBytes(id)))
                {
                    // What a request wrote that was never acknowledged, whole or torn.
                    if (file.Length > offset)
                    {
                        file.Truncate(offset);
                    }
                    else if (file.Length < offset)
                    {
                        throw new IOException($"{folder.UploadedBytes(id)} has lost bytes; begin the upload again.");
                    }

                    file.Append(piece.Span);
                    file.Flush();
                }

                Save(entry, upload with { Received = offset + piece.Length, Pieces = upload.Pieces + 1 });
                return true;
            }
        });

    public override ValueTask<ContentStream> OpenReceived(FileUpload upload, CancellationToken cancellation = default) =>
        Work("The upload could not be read", () => (ContentStream)new FileContent(
            disk.TryOpenToRead(folder.UploadedBytes(upload.Id)) ?? disk.TryOpenToRead(folder.Content(upload.Sha256))
                ?? throw new IOException("it is not there any more; begin the upload again"),
            upload.Received));

    public override ValueTask Finish(FileUpload upload, string mediaType, CancellationToken cancellation = default) => Work("The file was not saved", () =>
    {
        if (!Uploads.TryGetValue(upload.Id, out var entry))
        {
            return;
        }

        lock (contents)
        {
            lock (entry.Gate)
            {
                if (entry.IsGone || entry.Upload.IsFinished)
                {
                    return;
                }

                var (bytes, content) = (folder.UploadedBytes(upload.Id), folder.Content(upload.Sha256));
                if (Exists(content))
                {
                    disk.Delete(bytes);
                }
                else
                {
                    disk.Rename(bytes, content);
                    disk.FlushFolder(folder.Files);
                }

                Save(entry, entry.Upload with { MediaType = mediaType });
            }
        }
    });

    public override ValueTask Drop(string id, CancellationToken cancellation = default) => Work("The upload could not be dropped", () =>
    {
        if (Uploads.TryGetValue(id, out var entry) && !entry.Upload.IsFinished)
        {
            Forget(entry);
        }
    });

    public override ValueTask<ContentStream?> Open(string sha256, CancellationToken cancellation = default) =>
        Work("The file could not be read", () => disk.TryOpenToRead(folder.Content(sha256)) is { } file ? (ContentStream?)new FileContent(file, file.Length) : null);

    public override ValueTask<int> Expire(DateTimeOffset moment, CancellationToken cancellation = default) => Work("Expired uploads could not be taken away", () =>
    {
        var expired = Uploads.Values.Where(entry => entry.Upload.ExpiresAt <= moment).ToList();
        foreach (var entry in expired)
        {
            cancellation.ThrowIfCancellationRequested();
            var upload = entry.Upload;
            lock (contents)
            {
                var isWanted = Uploads.Values.Any(other => other != entry && other.Upload.IsFinished && other.Upload.Sha256 == upload.Sha256);
                if (upload.IsFinished && !isWanted && !isNamed(upload.Sha256))
                {
                    disk.Delete(folder.Content(upload.Sha256));
                    disk.FlushFolder(folder.Files);
                }

                Forget(entry);
            }
        }

        return expired.Count;
    });

    private UploadUsage Usage(string owner, DateTimeOffset moment)
    {
        var own = Uploads.Values.Select(entry => entry.Upload).Where(upload => upload.Owner == owner && upload.ExpiresAt > moment).ToList();
        return new UploadUsage(own.Count(upload => !upload.IsFinished), own.Sum(upload => upload.Size));
    }

    private void Keep(FileUpload upload)
    {
        Save(upload);
        Uploads[upload.Id] = new Entry(upload);
    }

    private void Save(FileUpload upload) => disk.Keep(folder.Upload(upload.Id), UploadJson.Write(upload));

    // What is not on the disk for certain is not told to anybody.
    private void Save(Entry entry, FileUpload upload)
    {
        Save(upload);
        entry.Upload = upload;
    }

    private void Forget(Entry entry)
    {
        lock (entry.Gate)
        {
            // The bytes last: what is known of them must not outlive them.
            disk.Delete(folder.Upload(entry.Upload.Id));
            disk.FlushFolder(folder.Uploads);
            disk.Delete(folder.UploadedBytes(entry.Upload.Id));
            entry.IsGone = true;
            Uploads.TryRemove(entry.Upload.Id, out _);
        }
    }

    private bool Exists(string path)
    {
        using var file = disk.TryOpenToRead(path);
        return file is not null;
    }

    private ConcurrentDictionary<string, Entry> Load()
    {
        var found = new ConcurrentDictionary<string, Entry>();
        var names = disk.Files(folder.Uploads);
        foreach (var id in names.Where(name => Path.GetExtension(name) == StoreFolder.UploadEnd).Select(name => Path.GetFileNameWithoutExtension(name)))
        {
            if (UploadJson.Read(disk.Read(folder.Upload(id))) is { } upload && upload.Id == id)
            {
                found[id] = new Entry(upload);
            }
        }

        // Of uploads that were being begun or forgotten when the program ended.
        foreach (var name in names.Where(name => !found.ContainsKey(Path.GetFileNameWithoutExtension(name)) || name.EndsWith(Disk.Unfinished, StringComparison.Ordinal)))
        {
            disk.Delete(Path.Combine(folder.Uploads, name));
        }

        return found;
    }

    private ValueTask Work(string consequence, Action work) => new(Work(consequence, () =>
    {
        work();
        return true;
    }).AsTask());

    // A disk makes its thread wait.
    private ValueTask<T> Work<T>(string consequence, Func<T> work) => new(Task.Run(() =>
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            throw fault.ToStoreException(consequence, folder.Root);
        }
    }));

    private sealed class Entry(FileUpload upload)
    {
        public Lock Gate { get; } = new();

        public volatile FileUpload Upload = upload;

        public bool IsGone { get; set; }
    }

    private sealed class FileContent(DiskReader file, long length) : ContentStream
    {
        public override long Length => length;

        protected override ValueTask<int> ReadAt(long offset, Memory<byte> into, CancellationToken cancellation) =>
            new(file.Read(offset, into.Span[..(int)Math.Min(into.Length, length - offset)]));

        protected override void Dispose(bool disposing)
        {
            file.Dispose();
            base.Dispose(disposing);
        }
    }
}
