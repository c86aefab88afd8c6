namespace GovGraph.Storage.Disks;

/// <summary>What went wrong on a disk, in a sentence that says what to do.</summary>
internal static class DiskFaults
{
    // IOException.HResult: errno on Unix, a Windows error code otherwise.
    private const int UnixFull = 28;
    private const int UnixReadOnly = 30;
    private const int UnixOverQuota = 122;
    private const int WindowsFull = unchecked((int)0x80070070);

    public static bool IsDiskFault(this Exception fault) => fault is IOException or UnauthorizedAccessException;

    /// <param name="fault">What the disk said.</param>
    /// <param name="consequence">What that means for the caller, a whole clause: <c>The change was not saved</c>.</param>
    /// <param name="folder">The store's folder.</param>
    public static StoreException ToStoreException(this Exception fault, string consequence, string folder) => new(
        fault switch
        {
            IOException { HResult: UnixFull or UnixOverQuota or WindowsFull } =>
                $"{consequence}: the disk of {folder} is full. Free some space on it, then try again.",
            UnauthorizedAccessException or IOException { HResult: UnixReadOnly } =>
                $"{consequence}: {folder} can't be written. Let the user that runs this program write there, then try again.",
            _ => $"{consequence}: {folder} could not be read or written ({fault.Message}). Check the disk, then try again.",
        },
        fault);
}
