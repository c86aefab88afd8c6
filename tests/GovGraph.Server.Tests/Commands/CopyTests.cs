using GovGraph.Plans.Evidence;
using GovGraph.Storage;
using GovGraph.Storage.Files;
using Xunit;

namespace GovGraph.Server.Tests.Commands;

public sealed class CopyTests : IDisposable
{
    private const string TaskId = "thuong-lo-2020-cchc/1.1#1";
    private static readonly ChangeRecord s_record = new(new DateTimeOffset(2024, 3, 15, 10, 0, 0, TimeSpan.FromHours(7)).AddTicks(12345)) { Who = "an" };

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Plans_with_their_history_go_into_MongoDB_and_back()
    {
        await using var mongo = await MongoDouble.Start("--replica-set", "rs0");
        await MakeStore();

        var there = await CommandProcess.Run("copy", "--from", In("a"), "--to", mongo.Uri());
        var back = await CommandProcess.Run("copy", "--from", mongo.Uri(), "--to", In("b"));

        Assert.Equal(
            (0, $"5 plans to copy, 0 to write anew, 0 there already\nBoth hold the same 5 plans with 222 tasks and 6 events: {In("a")} and mongodb://127.0.0.1:{mongo.Port}/govgraph\n", ""),
            there);
        Assert.Equal(
            (0, $"5 plans to copy, 0 to write anew, 0 there already\nBoth hold the same 5 plans with 222 tasks and 6 events: mongodb://127.0.0.1:{mongo.Port}/govgraph and {In("b")}\n", ""),
            back);
        await using var store = FileStore.Open(new FileStoreOptions { Path = In("b") });
        var life = await store.ReadLives(Cancellation).SingleAsync(life => TaskId.StartsWith(life.Plan.Id, StringComparison.Ordinal), Cancellation);
        Assert.Equal("15/BC", Assert.Single(life.Plan.Task(TaskId)!.Evidence).Number);
        Assert.Equal("an", life.Events[^1].Record.Who);
    }

    [Fact]
    public async Task What_was_begun_is_ended()
    {
        await MakeStore();
        await using (FileStore from = FileStore.Open(new FileStoreOptions { Path = In("a") }), to = FileStore.Open(new FileStoreOptions { Path = In("b") }))
        {
            await foreach (var life in from.ReadLives(Cancellation).Take(2)) await to.Restore(life, null, s_record, Cancellation);
        }

        Assert.Equal(
            (0, $"3 plans to copy, 0 to write anew, 2 there already\nBoth hold the same 5 plans with 222 tasks and 6 events: {In("a")} and {In("b")}\n", ""),
            CommandTest.Run("copy", "--from", In("a"), "--to", In("b")));
        Assert.StartsWith("0 plans to copy, 0 to write anew, 5 there already\n", CommandTest.Run("copy", "--from", In("a"), "--to", In("b")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_with_other_plans_is_refused()
    {
        await MakeStore();
        CommandTest.Run("generate", "--plans", "1", "--to", "store", "--store", In("b"));

        Assert.Equal(
            (1, "", $"{In("b")} has plans that the other store does not have (ha-noi-01-2025-cchc is the first). Give an empty store.\n"),
            CommandTest.Run("copy", "--from", In("a"), "--to", In("b"), "--overwrite"));
    }

    [Fact]
    public async Task A_target_that_differs_is_written_anew_only_when_asked()
    {
        await MakeStore();
        CommandTest.Run("copy", "--from", In("a"), "--to", In("b"));
        await Change(In("b"), "16/BC");

        Assert.Equal(
            (1, "", $"{In("b")} has other versions of 1 plans (thuong-lo-2020-cchc is the first). Give an empty store, or --overwrite to write them anew.\n"),
            CommandTest.Run("copy", "--from", In("a"), "--to", In("b")));
        Assert.Equal(
            (0, $"0 plans to copy, 1 to write anew, 4 there already\nBoth hold the same 5 plans with 222 tasks and 6 events: {In("a")} and {In("b")}\n", ""),
            CommandTest.Run("copy", "--from", In("a"), "--to", In("b"), "--overwrite"));
    }

    [Fact]
    public async Task A_dry_run_copies_nothing()
    {
        await MakeStore();

        Assert.Equal((0, "5 plans to copy, 0 to write anew, 0 there already\n", ""), CommandTest.Run("copy", "--from", In("a"), "--to", In("b"), "--dry-run"));
        Assert.False(Directory.Exists(In("b")));
    }

    [Fact]
    public async Task A_store_is_not_copied_into_itself()
    {
        await MakeStore();

        Assert.Equal((1, "", "--from and --to name the same store.\n"), CommandTest.Run("copy", "--from", In("a"), "--to", In("a") + "/../a"));
    }

    [Fact]
    public void A_source_that_is_not_there_is_told() => Assert.Equal(
        (1, "", $"There is no store in {In("a")}.\n"), CommandTest.Run("copy", "--from", In("a"), "--to", In("b")));

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_in_a_line_without_its_password()
    {
        await MakeStore();

        var (exitCode, output, error) = CommandTest.Run(
            "copy", "--from", In("a"), "--to", "mongodb://app:geheim@127.0.0.1:1/x?serverSelectionTimeoutMS=200&connectTimeoutMS=200");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Single(error.TrimEnd('\n').Split('\n'));
        Assert.Contains("127.0.0.1:1", error, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string In(string name) => Path.Combine(_folder.Path, name);

    private async Task MakeStore()
    {
        CommandTest.Run("import", Repository.Seeds, "--store", In("a"));
        await Change(In("a"), "15/BC");
    }

    private static async Task Change(string folder, string number)
    {
        await using var store = FileStore.Open(new FileStoreOptions { Path = folder });
        var evidence = new EvidenceItem { Kind = EvidenceKind.Document, Number = number, AddedAt = s_record.At };
        Assert.False((await store.ChangeTask(TaskId, null, task => task.AddEvidence(evidence), s_record)).IsRefused);
    }
}
