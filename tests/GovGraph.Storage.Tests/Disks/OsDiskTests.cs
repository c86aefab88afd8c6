using GovGraph.Storage.Disks;
using GovGraph.Storage.Files;
using GovGraph.Storage.Tests.Contract;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Tests.Disks;

public sealed class OsDiskTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govgraph-disk-");

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_file_is_appended_to_cut_and_put_in_place()
    {
        var disk = new OsDisk();
        var path = Path.Combine(folder.FullName, "kế hoạch.txt");
        disk.Replace(path, "one"u8);
        disk.Replace(path, "two"u8);
        using (var file = disk.Open(path))
        {
            file.Append(" three"u8);
            Assert.Equal(9, file.Length);
            file.Truncate(5);
            file.Append("!"u8);
            file.Flush();
        }

        disk.FlushFolder(folder.FullName);
        Assert.Equal("two t!"u8, disk.Read(path));
        Assert.Equal(["kế hoạch.txt"], disk.Files(folder.FullName));
        disk.Delete(path);
        Assert.Empty(disk.Files(folder.FullName));
    }

    [Fact]
    public void A_folder_that_is_not_there_can_not_be_flushed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not flush folders.");
        var fault = Assert.Throws<IOException>(() => new OsDisk().FlushFolder(Path.Combine(folder.FullName, "none")));

        Assert.StartsWith($"Could not open the folder {folder.FullName}/none: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_is_there_when_the_store_is_opened_again()
    {
        var options = new FileStoreOptions { Path = Path.Combine(folder.FullName, "new", "data") };
        await using (var store = FileStore.Open(options))
        {
            await SampleStore.Fill(store);
            await store.ChangeTask(
                SamplePlans.All[0].Tasks[0].Id, null, task => task.ChangeStatus(TaskStatus.InProgress, "đang làm", new DateOnly(2024, 3, 15)), SampleStore.Record);
        }

        await using var again = FileStore.Open(options);
        Assert.Equal("đang làm", (await again.GetTask(SamplePlans.All[0].Tasks[0].Id))!.StatusNote);
        Assert.Equal((12, 0), (again.Report.Plans, again.Report.ReplayedChanges));
        Assert.Empty(again.Report.Faults);
    }

    [Fact]
    public async Task A_folder_in_use_is_refused_by_name()
    {
        var options = new FileStoreOptions { Path = folder.FullName };
        await using (FileStore.Open(options))
        {
            var refused = Assert.Throws<StoreException>(() => FileStore.Open(options));
            Assert.Equal(
                $"The folder {folder.FullName} is in use by process {Environment.ProcessId} ({Path.GetFileName(Environment.ProcessPath)} on {Environment.MachineName}). Stop that one, or give this one a folder of its own.",
                refused.Message);
        }

        await FileStore.Open(options).DisposeAsync();
    }

    [Fact]
    public void A_folder_that_can_not_be_written_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "This user may write everywhere.");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var refused = Assert.Throws<StoreException>(() => FileStore.Open(new FileStoreOptions { Path = folder.FullName }));

        Assert.Equal(
            $"The store could not be opened: {folder.FullName} can't be written. Let the user that runs this program write there, then try again.",
            refused.Message);
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_told()
    {
        var path = Path.Combine(folder.FullName, "file");
        File.WriteAllText(path, "");

        var refused = Assert.Throws<StoreException>(() => FileStore.Open(new FileStoreOptions { Path = path }));

        Assert.StartsWith($"The store could not be opened: {path} could not be read or written (", refused.Message, StringComparison.Ordinal);
    }
}
