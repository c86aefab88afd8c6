using System.Collections.Immutable;
using System.Text.Json;
using GovGraph.Storage.Disks;

namespace GovGraph.Storage.Access;

/// <summary>Keys in one file of the embedded store's folder. It has a lock of its own, held for one change: a command changes it while a server runs.</summary>
public sealed class FileKeyStore : KeyStore
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(10);

    private readonly Disk disk;
    private readonly string folder;
    private readonly TimeProvider time;

    public FileKeyStore(string folder, TimeProvider time)
        : this(folder, time, new OsDisk())
    {
    }

    internal FileKeyStore(string folder, TimeProvider time, Disk disk) => (this.folder, this.time, this.disk) = (Path.GetFullPath(folder), time, disk);

    public override string Location => Path.Combine(folder, "keys.json");

    public override ValueTask<ImmutableArray<ApiKey>> ReadAll(CancellationToken cancellation = default)
    {
        try
        {
            return new(Read());
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            throw fault.ToStoreException("The keys can't be read", folder);
        }
    }

    public override ValueTask Add(ApiKey key, CancellationToken cancellation = default) => Change(keys => keys.Add(key), cancellation);

    public override async ValueTask<bool> TryAdd(ApiKey key, CancellationToken cancellation = default)
    {
        var isFree = false;
        await Change(
            keys =>
            {
                isFree = !key.IsNamedAmong(keys);
                return isFree ? keys.Add(key) : keys;
            },
            cancellation).ConfigureAwait(false);
        return isFree;
    }

    public override ValueTask Revoke(string id, DateTimeOffset at, CancellationToken cancellation = default) =>
        Change(id, key => key with { RevokedAt = key.RevokedAt ?? at }, cancellation);

    public override ValueTask Expire(string id, DateTimeOffset at, CancellationToken cancellation = default) =>
        Change(id, key => key with { ExpiresAt = at }, cancellation);

    public override ValueTask Used(string id, DateTimeOffset at, CancellationToken cancellation = default) =>
        Change(id, key => key with { LastUsedAt = at }, cancellation);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ValueTask Change(string id, Func<ApiKey, ApiKey> change, CancellationToken cancellation) =>
        Change(keys => [.. keys.Select(key => key.Id == id ? change(key) : key)], cancellation);

    private async ValueTask Change(Func<ImmutableArray<ApiKey>, ImmutableArray<ApiKey>> change, CancellationToken cancellation)
    {
        try
        {
            disk.CreateFolder(folder);
            using (await Lock(cancellation).ConfigureAwait(false))
            {
                disk.Keep(Location, KeysJson.Write(change(Read())));
            }
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            throw fault.ToStoreException("The keys were not changed", folder);
        }
    }

    private ImmutableArray<ApiKey> Read()
    {
        try
        {
            using var file = disk.TryOpenToRead(Location);
            return file is null ? [] : KeysJson.Read(file.Read(0, checked((int)file.Length)));
        }
        catch (JsonException fault)
        {
            throw new StoreException($"The keys in {Location} can't be read: {fault.Message} Put the file back from a copy, or delete it and make new keys.", fault);
        }
    }

    private async ValueTask<IDisposable> Lock(CancellationToken cancellation)
    {
        var since = time.GetTimestamp();
        while (true)
        {
            if (disk.Lock(Path.Combine(folder, "keys.lock")) is { } held) return held;
            if (time.GetElapsedTime(since) > LockTimeout) throw new StoreException($"The keys in {Location} are being changed by another process. Try again.");
            await Task.Delay(LockPause, time, cancellation).ConfigureAwait(false);
        }
    }
}
