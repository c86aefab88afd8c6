using System.Text;
using GovGraph.Plans.Documents;
using GovGraph.Storage.Files;
using GovGraph.Storage.Tests.Contract;
using GovGraph.Storage.Tests.Disks;
using Xunit;

namespace GovGraph.Storage.Tests.Files;

public sealed class FolderMigrationTests
{
    private const string New = "/data/plans/new-2024-cchc.json";
    private const string Old = "/data/plans/old-2024-cchc.json";

    // As if version 0 had been: its plans had a name where they have a title now.
    private static readonly PlanFormat Format = new(1, plan =>
    {
        plan["title"] = plan["name"]!.GetValue<string>();
        plan.Remove("name");
    });

    [Fact]
    public void An_older_plan_is_written_anew_and_again_nothing_changes()
    {
        var disk = DiskWith((New, Present("new")), (Old, OfVersion0("old")));

        var report = FolderMigration.Run("/data", isDryRun: false, disk, Format);
        var again = FolderMigration.Run("/data", isDryRun: false, disk, Format);

        Assert.Equal((2, Old), (report.Plans, Assert.Single(report.Renewed)));
        Assert.Equal(Present("old"), Encoding.UTF8.GetString(disk.Read(Old)));
        Assert.Equal((2, 0), (again.Plans, again.Renewed.Length));
    }

    [Fact]
    public void A_dry_run_writes_nothing()
    {
        var disk = DiskWith((Old, OfVersion0("old")));
        var steps = disk.Steps;

        Assert.Equal(Old, Assert.Single(FolderMigration.Run("/data", isDryRun: true, disk, Format).Renewed));

        Assert.Equal(steps, disk.Steps);
    }

    [Fact]
    public void With_a_plan_that_is_too_new_nothing_is_written()
    {
        var disk = DiskWith((Old, OfVersion0("old")), ("/data/plans/x.json", """{"schemaVersion": 2}"""));
        var steps = disk.Steps;

        var refused = Assert.Throws<StoreException>(() => FolderMigration.Run("/data", isDryRun: false, disk, Format));

        Assert.Equal(
            "/data/plans/x.json has version 2 of the plan format, and this program knows versions up to 1. Use the program that wrote it, or a newer one.",
            refused.Message);
        Assert.Equal(steps, disk.Steps);
    }

    [Fact]
    public void What_is_no_plan_is_told_and_left()
    {
        var disk = DiskWith((New, Present("new")), ("/data/plans/x.json", "{}"));

        var report = FolderMigration.Run("/data", isDryRun: false, disk, Format);

        Assert.Equal((1, "/data/plans/x.json"), (report.Plans, Assert.Single(report.Unreadable)));
    }

    [Fact]
    public void A_store_in_use_is_left()
    {
        var disk = DiskWith((New, Present("new")));
        using var held = disk.Lock("/data/lock");

        Assert.Throws<StoreException>(() => FolderMigration.Run("/data", isDryRun: false, disk, Format));
    }

    [Fact]
    public void A_store_with_a_plan_of_another_version_stays_closed_and_nothing_is_set_aside()
    {
        var disk = DiskWith(("/data/plans/a.json", "{}"), ("/data/plans/x.json", """{"schemaVersion": 2}"""));

        var refused = Assert.Throws<StoreException>(() => FileStore.Open(new FileStoreOptions { Path = "/data" }, disk));

        Assert.Equal(
            "/data/plans/x.json has version 2 of the plan format, and this program knows versions up to 1. Use the program that wrote it, or a newer one.",
            refused.Message);
        Assert.Equal(["/data/plans/a.json", "/data/plans/x.json"], disk.Paths);
    }

    private static string Present(string issuer) => Encoding.UTF8.GetString(PlanFile.Write(SamplePlans.Small(issuer, 3)));

    private static string OfVersion0(string issuer) =>
        Present(issuer).Replace("\"schemaVersion\": 1", "\"schemaVersion\": 0", StringComparison.Ordinal).Replace("\n  \"title\"", "\n  \"name\"", StringComparison.Ordinal);

    private static FaultyDisk DiskWith(params (string Path, string Content)[] files)
    {
        var disk = new FaultyDisk();
        foreach (var (path, content) in files) disk.Write(path, Encoding.UTF8.GetBytes(content));
        return disk;
    }
}
