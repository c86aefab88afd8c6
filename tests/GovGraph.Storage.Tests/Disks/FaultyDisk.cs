using System.Runtime.InteropServices;
using GovGraph.Storage.Disks;

namespace GovGraph.Storage.Tests.Disks;

/// <summary>A disk in memory that knows what a loss of power would leave of it, and that fails when it is told to.</summary>
/// <remarks>Contents are durable when flushed. Names become durable in their order, as on any file system with a journal of its own.</remarks>
internal sealed class FaultyDisk : Disk
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Node> names;
    private readonly Dictionary<string, Node> durableNames;
    private readonly List<(string[] Folders, Action<Dictionary<string, Node>> Apply)> pendingNames = [];
    private readonly HashSet<string> folders = [];
    private readonly HashSet<string> locks = [];
    public FaultyDisk()
        : this([])
    {
    }

    private FaultyDisk(Dictionary<string, Node> files) => (names, durableNames) = (files, new(files));

    /// <summary>How often something was to be written, renamed, flushed or deleted.</summary>
    public int Steps { get; private set; }

    public bool IsPowerLost { get; private set; }

    /// <summary>The step at which the power goes; what was under way may be half done.</summary>
    public int PowerLossAt { get; set; } = int.MaxValue;

    /// <summary>The steps that fail, whatever they are.</summary>
    public Predicate<int> Fails { get; set; } = _ => false;

    /// <summary>The steps that fail where they need space.</summary>
    public Predicate<int> IsFull { get; set; } = _ => false;

    /// <summary>Asked before each flush of a file, outside all locks.</summary>
    public Action BeforeFlush { get; set; } = () => { };

    /// <summary>The files that can't be read.</summary>
    public Predicate<string> FailsToRead { get; set; } = _ => false;

    public IEnumerable<string> Paths
    {
        get
        {
            lock (gate)
            {
                return [.. names.Keys.Order(StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>A disk as it may be found when the power is back: what was flushed is there, the rest is there or not, whole or torn.</summary>
    public FaultyDisk AfterPowerLoss(int seed)
    {
        var random = new Random(seed);
        var left = new Dictionary<string, Node>(durableNames);
        foreach (var (_, apply) in pendingNames.Take(random.Next(pendingNames.Count + 1)))
        {
            apply(left);
        }

        return new FaultyDisk(left.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => new Node(pair.Value.Left(random))));
    }

    /// <summary>A disk as the next process finds it where only the last one died.</summary>
    public FaultyDisk AfterKill() => new(names.ToDictionary(pair => pair.Key, pair => new Node([.. pair.Value.Content])));

    public void Write(string path, byte[] content) => names[path] = durableNames[path] = new Node(content);

    public override void CreateFolder(string path) => folders.Add(path);

    public override bool HasFolder(string path)
    {
        lock (gate)
        {
            return folders.Contains(path) || names.Keys.Any(name => Path.GetDirectoryName(name) == path);
        }
    }

    public override IReadOnlyList<string> Files(string folder)
    {
        lock (gate)
        {
            return [.. names.Keys.Where(path => Path.GetDirectoryName(path) == folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        }
    }

    public override byte[] Read(string path)
    {
        lock (gate)
        {
            return FailsToRead(path) ? throw new IOException("Input/output error") : [.. names[path].Content];
        }
    }

    public override DiskReader? TryOpenToRead(string path)
    {
        lock (gate)
        {
            return FailsToRead(path) ? throw new IOException("Input/output error") : names.TryGetValue(path, out var node) ? new FaultyReader(this, node) : null;
        }
    }

    public override DiskFile Open(string path)
    {
        lock (gate)
        {
            if (!names.TryGetValue(path, out var node))
            {
                var made = node = new Node([]);
                Name(files => files[path] = made, needsSpace: true, path);
            }

            return new FaultyFile(this, node!);
        }
    }

    public override void Rename(string from, string to) => Name(
        files =>
        {
            files.Remove(from, out var node);
            files[to] = node!;
        },
        needsSpace: false,
        from,
        to);

    public override void Delete(string path) => Name(files => files.Remove(path), needsSpace: false, path);

    public override void FlushFolder(string path) => Step(() =>
    {
        var flushed = pendingNames.FindLastIndex(name => name.Folders.Contains(path)) + 1;
        foreach (var (_, apply) in pendingNames.Take(flushed))
        {
            apply(durableNames);
        }

        pendingNames.RemoveRange(0, flushed);
    });

    public override IDisposable? Lock(string path) => locks.Add(path) ? new Held(() => locks.Remove(path)) : null;

    private void Name(Action<Dictionary<string, Node>> apply, bool needsSpace, params string[] paths) => Step(
        () =>
        {
            apply(names);
            pendingNames.Add(([.. paths.Select(path => Path.GetDirectoryName(path)!)], apply));
        },
        needsSpace);

    private void Step(Action act, bool needsSpace = false)
    {
        lock (gate)
        {
            Steps++;
            if (IsPowerLost)
            {
                throw new IOException("The power is lost.");
            }

            if (Fails(Steps) || (needsSpace && IsFull(Steps)))
            {
                throw new IOException("No space left on device", 28);
            }

            if (Steps == PowerLossAt)
            {
                IsPowerLost = true;
                act();
                throw new IOException("The power is lost.");
            }

            act();
        }
    }

    private sealed class Node(byte[] content)
    {
        private byte[] durable = content;

        public List<byte> Content { get; } = [.. content];

        public void Flush() => durable = [.. Content];

        public byte[] Left(Random random)
        {
            byte[] current = [.. Content];
            if (current.Length <= durable.Length || !current.AsSpan().StartsWith(durable))
            {
                return random.Next(2) == 0 ? current : durable;
            }

            var left = current[..random.Next(durable.Length, current.Length + 1)];
            if (random.Next(3) == 0)
            {
                // The length reached the disk, the bytes did not.
                left.AsSpan(random.Next(durable.Length, left.Length + 1)).Clear();
            }

            return left;
        }
    }

    private sealed class FaultyReader(FaultyDisk disk, Node node) : DiskReader
    {
        public override long Length
        {
            get
            {
                lock (disk.gate)
                {
                    return node.Content.Count;
                }
            }
        }

        public override int Read(long offset, Span<byte> into)
        {
            lock (disk.gate)
            {
                var start = (int)Math.Min(offset, node.Content.Count);
                var count = Math.Min(into.Length, node.Content.Count - start);
                CollectionsMarshal.AsSpan(node.Content).Slice(start, count).CopyTo(into);
                return count;
            }
        }

        public override void Dispose()
        {
        }
    }

    private sealed class FaultyFile(FaultyDisk disk, Node node) : DiskFile
    {
        public override long Length => node.Content.Count;

        public override void Append(ReadOnlySpan<byte> bytes)
        {
            var all = bytes.ToArray();
            try
            {
                disk.Step(() => node.Content.AddRange(all), needsSpace: true);
            }
            catch (IOException) when (!disk.IsPowerLost)
            {
                // A write that fails may have written a part.
                node.Content.AddRange(all.AsSpan(0, all.Length / 2));
                throw;
            }
        }

        public override void Truncate(long length) => disk.Step(() => node.Content.RemoveRange((int)length, node.Content.Count - (int)length));

        public override void Flush()
        {
            disk.BeforeFlush();
            disk.Step(node.Flush);
        }

        public override void Dispose()
        {
        }
    }

    private sealed class Held(Action release) : IDisposable
    {
        public void Dispose() => release();
    }
}
