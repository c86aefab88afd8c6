using GovGraph.Storage.Files;

namespace GovGraph.Storage.Tests.Files;

/// <summary>A disk in memory that knows what a loss of power would leave of it, and that fails when it is told to.</summary>
internal sealed class FaultyDisk : Disk
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Node> names;
    private readonly Dictionary<string, Node> durableNames;
    private readonly HashSet<string> folders = [];
    private readonly HashSet<string> locks = [];
    private bool isPowerLost;

    public FaultyDisk()
        : this([])
    {
    }

    private FaultyDisk(Dictionary<string, Node> files) => (names, durableNames) = (files, new(files));

    /// <summary>How often something was to be written, renamed, flushed or deleted.</summary>
    public int Steps { get; private set; }

    /// <summary>The step at which the power goes; what was under way may be half done.</summary>
    public int PowerLossAt { get; set; } = int.MaxValue;

    /// <summary>The steps that fail, as they do on a full disk.</summary>
    public Predicate<int> Fails { get; set; } = _ => false;

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
        var left = new Dictionary<string, Node>();
        foreach (var path in names.Keys.Union(durableNames.Keys).Order(StringComparer.Ordinal))
        {
            var node = random.Next(2) == 0 ? names.GetValueOrDefault(path) : durableNames.GetValueOrDefault(path);
            if (node is not null)
            {
                left[path] = new Node(node.Left(random));
            }
        }

        return new FaultyDisk(left);
    }

    /// <summary>A disk as the next process finds it where only the last one died.</summary>
    public FaultyDisk AfterKill() => new(names.ToDictionary(pair => pair.Key, pair => new Node([.. pair.Value.Content])));

    public void Write(string path, byte[] content) => names[path] = durableNames[path] = new Node(content);

    public override void CreateFolder(string path) => folders.Add(path);

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

    public override DiskFile Open(string path)
    {
        lock (gate)
        {
            if (!names.TryGetValue(path, out var node))
            {
                Step(() => names[path] = node = new Node([]));
            }

            return new FaultyFile(this, node!);
        }
    }

    public override void Rename(string from, string to) => Step(() =>
    {
        names[to] = names[from];
        names.Remove(from);
    });

    public override void Delete(string path) => Step(() => names.Remove(path));

    public override void FlushFolder(string path) => Step(() =>
    {
        foreach (var name in durableNames.Keys.Where(name => Path.GetDirectoryName(name) == path).ToList())
        {
            durableNames.Remove(name);
        }

        foreach (var (name, node) in names.Where(pair => Path.GetDirectoryName(pair.Key) == path))
        {
            durableNames[name] = node;
        }
    });

    public override IDisposable? Lock(string path) => locks.Add(path) ? new Held(() => locks.Remove(path)) : null;

    private void Step(Action act)
    {
        lock (gate)
        {
            Steps++;
            if (isPowerLost)
            {
                throw new IOException("The power is lost.");
            }

            if (Fails(Steps))
            {
                throw new IOException("No space left on device", 28);
            }

            if (Steps == PowerLossAt)
            {
                isPowerLost = true;
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

    private sealed class FaultyFile(FaultyDisk disk, Node node) : DiskFile
    {
        public override long Length => node.Content.Count;

        public override void Append(ReadOnlySpan<byte> bytes)
        {
            var all = bytes.ToArray();
            try
            {
                disk.Step(() => node.Content.AddRange(all));
            }
            catch (IOException) when (!disk.isPowerLost)
            {
                // A write that fails may have written a part.
                node.Content.AddRange(all.AsSpan(0, all.Length / 2));
                throw;
            }
        }

        public override void Truncate(long length) => disk.Step(() => node.Content.RemoveRange((int)length, node.Content.Count - (int)length));

        public override void Flush() => disk.Step(node.Flush);

        public override void Dispose()
        {
        }
    }

    private sealed class Held(Action release) : IDisposable
    {
        public void Dispose() => release();
    }
}
