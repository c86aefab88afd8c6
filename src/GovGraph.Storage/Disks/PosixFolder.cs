using System.Runtime.InteropServices;
using System.Text;

namespace GovGraph.Storage.Disks;

/// <summary>Flushes a folder, which .NET can't open: without it a renamed file may be gone after a loss of power.</summary>
internal static class PosixFolder
{
    private const int ReadOnly = 0;
    private const int InvalidArgument = 22;

    public static void Flush(string path)
    {
        var folder = Open(Encoding.UTF8.GetBytes(path + '\0'), ReadOnly);
        if (folder < 0)
        {
            throw Fault("open", path);
        }

        try
        {
            // Some file systems have nothing to flush in a folder, and say so.
            if (Fsync(folder) < 0 && Marshal.GetLastPInvokeError() != InvalidArgument)
            {
                throw Fault("flush", path);
            }
        }
        finally
        {
            _ = Close(folder);
        }
    }

    private static IOException Fault(string verb, string path) =>
        new($"Could not {verb} the folder {path}: {Marshal.GetLastPInvokeErrorMessage()}");

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int file);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);
}
