using GovGraph.Storage.Disks;
using Xunit;

namespace GovGraph.Storage.Tests.Disks;

public sealed class DiskFaultsTests
{
    [Fact]
    public void A_full_disk_says_what_to_do() => Assert.Equal(
        "The change was not saved: the disk of /data is full. Free some space on it, then try again.",
        new IOException("No space left on device", 28).ToStoreException("The change was not saved", "/data").Message);

    [Fact]
    public void A_folder_that_can_not_be_written_says_what_to_do() => Assert.Equal(
        "The change was not saved: /data can't be written. Let the user that runs this program write there, then try again.",
        new UnauthorizedAccessException().ToStoreException("The change was not saved", "/data").Message);

    [Fact]
    public void Any_other_fault_is_quoted() => Assert.Equal(
        "The change was not saved: /data could not be read or written (Input/output error). Check the disk, then try again.",
        new IOException("Input/output error").ToStoreException("The change was not saved", "/data").Message);
}
