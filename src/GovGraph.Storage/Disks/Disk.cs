namespace GovGraph.Storage.Disks;

/// <summary>All that the store asks of a file system; what it does is durable only after a flush. Faults are IOException or UnauthorizedAccessException.</summary>
internal abstract class Disk
{
    /// <summary>What the name of a file ends with until its content is complete.</summary>
    public const string Unfinished = ".tmp";

    public abstract void CreateFolder(string path);

    public abstract bool HasFolder(string path);

    /// <summary>The names of the files in a folder, sorted.</summary>
    public abstract IReadOnlyList<string> Files(string folder);

    public abstract byte[] Read(string path);

    /// <summary>Opens a file that others may append to and rename meanwhile; null where there is none, nor perhaps its folder.</summary>
    public abstract DiskReader? TryOpenToRead(string path);

    /// <summary>Opens a file to append to, and makes it where there is none.</summary>
    public abstract DiskFile Open(string path);

    /// <summary>Takes the place of a file that has the new name already.</summary>
    public abstract void Rename(string from, string to);

    public abstract void Delete(string path);

    /// <summary>Makes the names in a folder durable: of files made, renamed and deleted.</summary>
    public abstract void FlushFolder(string path);

    /// <summary>Keeps others out until it is disposed of or the process ends, however it ends; null where another one has it.</summary>
    public abstract IDisposable? Lock(string path);

    /// <summary>Who has a lock that can't be had; null where nobody knows.</summary>
    public virtual string? HolderOf(string path) => null;

    /// <summary>Lets nobody but the program's own user read a file, where the system knows users.</summary>
    public virtual void KeepSecret(string path)
    {
    }

    /// <summary>Puts a whole file in place: whoever reads it sees the old one or the new one. Its name is durable after the folder's flush.</summary>
    public void Replace(string path, ReadOnlySpan<byte> content, bool isSecret = false)
    {
        using (var file = Open(path + Unfinished))
        {
            if (isSecret)
            {
                // While it is empty.
                KeepSecret(path + Unfinished);
            }

            file.Truncate(0);
            file.Append(content);
            file.Flush();
        }

        Rename(path + Unfinished, path);
    }

    /// <summary>The same, and returns when the name is durable too.</summary>
    public void Keep(string path, ReadOnlySpan<byte> content, bool isSecret = false)
    {
        Replace(path, content, isSecret);
        FlushFolder(Path.GetDirectoryName(path)!);
    }
}

/// <summary>An open file of which parts are read.</summary>
internal abstract class DiskReader : IDisposable
{
    public abstract long Length { get; }

    /// <summary>Reads from a place on; returns how many bytes there are.</summary>
    public abstract int Read(long offset, Span<byte> into);

    public byte[] Read(long offset, int length)
    {
        var bytes = new byte[length];
        var count = Read(offset, bytes);
        return count == length ? bytes : bytes[..count];
    }

    public abstract void Dispose();
}

/// <summary>An open file that grows at its end.</summary>
internal abstract class DiskFile : IDisposable
{
    public abstract long Length { get; }

    public abstract void Append(ReadOnlySpan<byte> bytes);

    public abstract void Truncate(long length);

    /// <summary>Returns when all that was appended will outlive a loss of power.</summary>
    public abstract void Flush();

    public abstract void Dispose();
}
