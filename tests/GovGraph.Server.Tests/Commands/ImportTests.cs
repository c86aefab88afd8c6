using System.Text;
using GovGraph.Plans.Evidence;
using GovGraph.Storage;
using GovGraph.Storage.Files;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Server.Tests.Commands;

public sealed class ImportTests : IDisposable
{
    private const string Id = "thuong-lo-2020-cchc";
    private const string TaskId = $"{Id}/1.1#1";

    private static readonly string s_seed = Repository.Seed(Id);
    private static readonly ChangeRecord s_record = new(new DateTimeOffset(2024, 3, 15, 10, 0, 0, TimeSpan.FromHours(7)));

    private readonly TemporaryFolder _folder = new();

    private string StoreFolder => Path.Combine(_folder.Path, "store");

    [Fact]
    public async Task Plans_are_taken_in_by_the_program_itself_and_again_nothing_changes()
    {
        var first = await CommandProcess.Run("import", Repository.Seeds, "--store", StoreFolder);
        var second = await CommandProcess.Run("import", Repository.Seeds, "--store", StoreFolder);

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains($"new        {Id} ({s_seed})\n           - damaged in its source: 1 LOST\n", first.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n5 new, 0 replaced, 0 unchanged, 0 refused\n", first.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (second.ExitCode, second.Error));
        Assert.EndsWith("\n0 new, 0 replaced, 5 unchanged, 0 refused\n", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_tells_the_same_and_makes_no_store()
    {
        var (exitCode, output, _) = Import("--dry-run", s_seed);

        Assert.Equal(0, exitCode);
        Assert.StartsWith($"new        {Id} ", output, StringComparison.Ordinal);
        Assert.EndsWith("1 new, 0 replaced, 0 unchanged, 0 refused. Nothing was written: this was a dry run.\n", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(StoreFolder));
    }

    [Fact]
    public async Task One_bad_file_and_none_is_taken_in()
    {
        var (exitCode, output, error) = Import(s_seed, File("bad.json", """{"schemaVersion": 1}"""));

        Assert.Equal(1, exitCode);
        Assert.EndsWith("\n1 new, 0 replaced, 0 unchanged, 1 refused\n", output, StringComparison.Ordinal);
        Assert.StartsWith($"refused    {Path.Combine(_folder.Path, "bad.json")}\n           - $.id: is missing\n", error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was taken in: correct or leave out what is refused, then import again.\n", error, StringComparison.Ordinal);
        Assert.Empty(await Plans());
    }

    [Fact]
    public void A_deadline_that_can_not_be_read_is_told_with_its_task() => Assert.Contains(
        $"           - this deadline can't be read and is kept as text: {TaskId}: qwertz\n",
        Import(File("x.json", Seed().Replace("\"Trước 10/01/2020\"", "\"qwertz\"", StringComparison.Ordinal))).Output,
        StringComparison.Ordinal);

    [Fact]
    public void Another_print_is_refused_without_being_asked_for()
    {
        Import(s_seed);

        var (exitCode, _, error) = Import(Corrected());

        Assert.Equal(1, exitCode);
        Assert.Contains("           - the store has it with another print: --replace puts this one in its place\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replaced_plan_keeps_what_has_happened_and_its_history()
    {
        Import(s_seed);
        await Complete(TaskId);

        var (exitCode, output, _) = Import(Corrected(), "--replace");

        Assert.Equal(0, exitCode);
        Assert.EndsWith("0 new, 1 replaced, 0 unchanged, 0 refused\n", output, StringComparison.Ordinal);
        var life = Assert.Single(await Plans());
        Assert.Equal(("Cải cách hành chính năm 2020 (đính chính) của xã Thượng Lộ", 4L), (life.Plan.Title, life.Plan.Version));
        Assert.Equal((TaskStatus.Completed, 3L), (life.Plan.Task(TaskId)!.Status, life.Plan.Task(TaskId)!.Version));
        Assert.Equal(["imported from thuong-lo-2020-cchc.json", null, null, "replaced from corrected.json"], life.Events.Select(item => item.Record.Reason));
        Assert.Equal([1, 2, 3, 4], life.Events.Select(item => item.PlanVersion));
        Assert.EndsWith("0 new, 0 replaced, 1 unchanged, 0 refused\n", Import(Corrected(), "--replace").Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_print_that_would_lose_the_status_of_a_task_is_refused()
    {
        Import(s_seed);
        await Complete(TaskId);
        var renumbered = Seed().Replace($"\"{TaskId}\"", $"\"{Id}/1.1#9\"", StringComparison.Ordinal).Replace("\"1.1#1\"", "\"1.1#9\"", StringComparison.Ordinal);

        var (exitCode, _, error) = Import(File("x.json", renumbered), "--replace");

        Assert.Equal(1, exitCode);
        Assert.Contains($"- something has happened to these in the store, and they are not in the new print: {TaskId}\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_is_one_plan_whatever_program_its_id_names()
    {
        Import(s_seed);
        var other = Seed().Replace(Id, "thuong-lo-2020-papi", StringComparison.Ordinal).Replace("\"CCHC\"", "\"PAPI\"", StringComparison.Ordinal);

        Assert.Contains(
            "- the store has this document, 01/KH-UBND of UBND xã Thượng Lộ for 2020, as thuong-lo-2020-cchc\n",
            Import(File("x.json", other), "--replace").Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_with_the_same_plan_are_refused() => Assert.Contains(
        $"- {s_seed} holds the plan {Id} already\n", Import(s_seed, Corrected()).Error, StringComparison.Ordinal);

    [Fact]
    public async Task What_has_happened_since_stays_when_the_same_print_comes_again()
    {
        Import(s_seed);
        await Complete(TaskId);

        Assert.Contains("           - the store has the same print; what has happened to its tasks there stays\n", Import(s_seed).Output, StringComparison.Ordinal);
        Assert.Equal(TaskStatus.Completed, Assert.Single(await Plans()).Plan.Task(TaskId)!.Status);
    }

    [Fact]
    public void What_is_not_there_is_told() => Assert.Equal(
        (1, "", "There is no file and no folder /nowhere/x.json.\n"), Import("/nowhere/x.json"));

    [Fact]
    public void A_folder_without_plan_files_is_told() => Assert.Equal(
        (1, "", $"The folder {_folder.Path} has no plan files: they end with .json.\n"), Import(_folder.Path));

    public void Dispose() => _folder.Dispose();

    private static string Seed() => System.IO.File.ReadAllText(s_seed);

    private string Corrected() => File("corrected.json", Seed().Replace("chính năm 2020 của xã", "chính năm 2020 (đính chính) của xã", StringComparison.Ordinal));

    private string File(string name, string content)
    {
        var path = Path.Combine(_folder.Path, name);
        System.IO.File.WriteAllText(path, content, Encoding.UTF8);
        return path;
    }

    private (int ExitCode, string Output, string Error) Import(params string[] args) => CommandTest.Run(["import", "--store", StoreFolder, .. args]);

    private async Task<List<PlanLife>> Plans()
    {
        await using var store = FileStore.Open(new FileStoreOptions { Path = StoreFolder });
        return await store.ReadLives().ToListAsync();
    }

    private async Task Complete(string taskId)
    {
        await using var store = FileStore.Open(new FileStoreOptions { Path = StoreFolder });
        var evidence = new EvidenceItem { Kind = EvidenceKind.Document, Number = "1/BC", AddedAt = s_record.At };
        await store.ChangeTask(taskId, null, task => task.AddEvidence(evidence), s_record);
        Assert.False((await store.ChangeTask(taskId, null, task => task.ChangeStatus(TaskStatus.Completed, null, new DateOnly(2024, 3, 15)), s_record)).IsRefused);
    }
}
