using Microsoft.Win32.SafeHandles;

namespace GovGraph.Storage.Disks;

/// <summary>The file system of the machine.</summary>
internal sealed class OsDisk : Disk
{
    // Of a file that another one has locked: EAGAIN on Linux and on macOS, a sharing violation on Windows.
    private const int LinuxLocked = 11;
    private const int MacLocked = 35;
    private const int WindowsLocked = unchecked((int)0x80070020);
    private const string Holder = ".holder";

    public override void CreateFolder(string path) => Directory.CreateDirectory(path);

    public override bool HasFolder(string path) => Directory.Exists(path);

    public override IReadOnlyList<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public override byte[] Read(string path) => File.ReadAllBytes(path);

    public override DiskReader? TryOpenToRead(string path)
    {
        try
        {
            return new OsReader(File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        }
        catch (IOException fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public override DiskFile Open(string path) =>
        new OsFile(File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read | FileShare.Delete));

    public override void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    public override void Delete(string path) => File.Delete(path);

    public override void FlushFolder(string path)
    {
        // Windows makes names durable by itself and can't flush a folder.
        if (!OperatingSystem.IsWindows())
        {
            PosixFolder.Flush(path);
        }
    }

    public override void KeepSecret(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    public override IDisposable? Lock(string path)
    {
        try
        {
            var held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            TellHolder(path);
            return held;
        }
        catch (IOException fault) when (fault.HResult is LinuxLocked or MacLocked or WindowsLocked)
        {
            return null;
        }
    }

    public override string? HolderOf(string path)
    {
        try
        {
            return File.ReadAllText(path + Holder);
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            return null;
        }
    }

    // In a file of its own: nobody else can read one that is locked. It counts only while the lock is held.
    private static void TellHolder(string path)
    {
        try
        {
            File.WriteAllText(path + Holder, $"process {Environment.ProcessId} ({Path.GetFileName(Environment.ProcessPath)} on {Environment.MachineName})");
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            // A courtesy; where the store itself can't write, it says so.
        }
    }

    private sealed class OsReader(SafeFileHandle handle) : DiskReader
    {
        public override long Length => RandomAccess.GetLength(handle);

        public override int Read(long offset, Span<byte> into)
        {
            var count = 0;
            while (count < into.Length && RandomAccess.Read(handle, into[count..], offset + count) is > 0 and var read)
            {
                count += read;
            }

            return count;
        }

        public override void Dispose() => handle.Dispose();
    }

    private sealed class OsFile(SafeFileHandle handle) : DiskFile
    {
        public override long Length => RandomAccess.GetLength(handle);

        public override void Append(ReadOnlySpan<byte> bytes) => RandomAccess.Write(handle, bytes, Length);

        public override void Truncate(long length) => RandomAccess.SetLength(handle, length);

        public override void Flush() => RandomAccess.FlushToDisk(handle);

        public override void Dispose() => handle.Dispose();
    }
}
