using System.Collections.Immutable;
using System.Text.Json;
using GovGraph.Storage.Disks;

namespace GovGraph.Storage.Webhooks;

/// <summary>Webhooks beside the plans of the embedded store: a file each, which only the program's own user can read. The folder belongs to one process, so there is no lease to wait for.</summary>
public sealed class FileWebhookStore : WebhookStore
{
    private const string Extension = ".json";

    private readonly Disk disk;
    private readonly string folder;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Webhook> webhooks = new(StringComparer.Ordinal);
    private bool hasFolder;

    private FileWebhookStore(Disk disk, string folder) => (this.disk, this.folder) = (disk, folder);

    /// <param name="path">The folder of the store.</param>
    /// <exception cref="StoreException">A file can't be read.</exception>
    public static FileWebhookStore Open(string path) => Open(path, new OsDisk());

    internal static FileWebhookStore Open(string path, Disk disk)
    {
        var store = new FileWebhookStore(disk, Path.Combine(Path.GetFullPath(path), "webhooks"));
        store.Load();
        return store;
    }

    public override ValueTask<ImmutableArray<Webhook>> All(CancellationToken cancellation = default)
    {
        lock (gate)
        {
            return new([.. webhooks.Values.OrderBy(webhook => webhook.Id, StringComparer.Ordinal)]);
        }
    }

    public override ValueTask<Webhook?> Find(string id, CancellationToken cancellation = default)
    {
        lock (gate)
        {
            return new(webhooks.GetValueOrDefault(id));
        }
    }

    public override ValueTask<bool> Insert(Webhook webhook, CancellationToken cancellation = default)
    {
        lock (gate)
        {
            if (webhooks.ContainsKey(webhook.Id))
            {
                return new(false);
            }

            Write(webhook);
            return new(true);
        }
    }

    public override ValueTask<bool> Replace(Webhook webhook, CancellationToken cancellation = default)
    {
        lock (gate)
        {
            if (webhooks.GetValueOrDefault(webhook.Id)?.Revision != webhook.Revision - 1)
            {
                return new(false);
            }

            Write(webhook);
            return new(true);
        }
    }

    public override ValueTask<bool> Delete(string id, CancellationToken cancellation = default)
    {
        lock (gate)
        {
            if (!webhooks.ContainsKey(id))
            {
                return new(false);
            }

            Change(id, null, () =>
            {
                disk.Delete(PathOf(id));
                disk.FlushFolder(folder);
            });
            return new(true);
        }
    }

    public override ValueTask<bool> TryLease(string id, string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation = default)
    {
        lock (gate)
        {
            return new(webhooks.ContainsKey(id));
        }
    }

    private void Load() => OnDisk(() =>
    {
        if (!disk.HasFolder(folder))
        {
            return;
        }

        hasFolder = true;
        foreach (var name in disk.Files(folder).Where(name => name.EndsWith(Extension, StringComparison.Ordinal)))
        {
            try
            {
                var webhook = Webhook.FromJson(disk.Read(Path.Combine(folder, name)));
                webhooks.Add(webhook.Id, webhook);
            }
            catch (JsonException fault)
            {
                throw new StoreException($"{Path.Combine(folder, name)} is no webhook: {fault.Message} Take the file away, or put its back-up in its place.", fault);
            }
        }
    });

    private void Write(Webhook webhook) => Change(webhook.Id, webhook, () =>
    {
        if (!hasFolder)
        {
            disk.CreateFolder(folder);
            disk.FlushFolder(Path.GetDirectoryName(folder)!);
            hasFolder = true;
        }

        disk.Keep(PathOf(webhook.Id), webhook.ToJson(), isSecret: true);
    });

    private void Change(string id, Webhook? after, Action work)
    {
        try
        {
            OnDisk(work);
            Set(id, after);
        }
        catch (StoreException)
        {
            // It may have happened all the same: the file tells.
            OnDisk(() => Set(id, Read(id)));
            throw;
        }
    }

    private void Set(string id, Webhook? webhook)
    {
        if (webhook is null)
        {
            webhooks.Remove(id);
        }
        else
        {
            webhooks[id] = webhook;
        }
    }

    private Webhook? Read(string id)
    {
        using var file = disk.TryOpenToRead(PathOf(id));
        return file is null ? null : Webhook.FromJson(file.Read(0, checked((int)file.Length)));
    }

    private void OnDisk(Action work)
    {
        try
        {
            work();
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            throw fault.ToStoreException("The webhooks could not be read or written", folder);
        }
    }

    private string PathOf(string id) => Path.Combine(folder, id + Extension);
}
