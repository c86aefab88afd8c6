using System.Security.Cryptography;
using GovGraph.Plans.Evidence;
using GovGraph.Storage;
using GovGraph.Storage.Contents;
using GovGraph.Storage.Files;
using Xunit;

namespace GovGraph.Server.Tests.Commands;

/// <summary>Files of evidence where plans go from one place to another.</summary>
public sealed class FilesAlongTests : IDisposable
{
    private const string TaskId = "thuong-lo-2020-cchc/1.1#1";

    private static readonly byte[] s_content = [.. "%PDF-1.7"u8, .. new byte[600_000]];
    private static readonly string s_sha256 = Convert.ToHexStringLower(SHA256.HashData(s_content));

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Missing =>
        $"1 files of evidence could not be taken along; their evidence has no content until they are:\n- {TaskId}/evidence/1, 'a.pdf', {s_sha256}: it is not there\n";

    [Fact]
    public async Task Files_go_into_MongoDB_and_back()
    {
        await using var mongo = await MongoDouble.Start("--replica-set", "rs0");
        await MakeStore(withContent: true);

        var there = await CommandProcess.Run("copy", "--from", In("a"), "--to", mongo.Uri());
        var back = await CommandProcess.Run("copy", "--from", mongo.Uri(), "--to", In("b"));

        Assert.Equal((0, "", 0, ""), (there.ExitCode, there.Error, back.ExitCode, back.Error));
        Assert.Equal(s_content, await Content(In("b")));
    }

    [Fact]
    public async Task Files_are_exported_beside_the_plans_and_taken_in_from_there()
    {
        await MakeStore(withContent: true);

        var export = CommandTest.Run("export", "--to", In("plans"), "--store", In("a"));
        var import = CommandTest.Run("import", In("plans"), "--store", In("b"));

        Assert.Equal((0, 0, ""), (export.ExitCode, import.ExitCode, import.Error));
        Assert.Equal(s_content, await File.ReadAllBytesAsync(Path.Combine(In("plans"), "files", s_sha256), Cancellation));
        Assert.Equal(s_content, await Content(In("b")));
    }

    [Fact]
    public async Task A_file_that_is_missing_is_told()
    {
        await MakeStore(withContent: false);

        var copy = CommandTest.Run("copy", "--from", In("a"), "--to", In("b"));
        var export = CommandTest.Run("export", "--to", In("plans"), "--store", In("a"));
        var import = CommandTest.Run("import", In("plans"), "--store", In("c"));

        Assert.Equal((1, Missing), (copy.ExitCode, copy.Error));
        Assert.Equal((1, Missing), (export.ExitCode, export.Error));
        Assert.Equal((1, Missing), (import.ExitCode, import.Error));
    }

    [Fact]
    public async Task A_file_that_was_changed_on_the_way_is_not_taken()
    {
        await MakeStore(withContent: true);
        CommandTest.Run("export", "--to", In("plans"), "--store", In("a"));
        await Spoil(Path.Combine(In("plans"), "files", s_sha256));

        var import = CommandTest.Run("import", In("plans"), "--store", In("b"));

        Assert.Equal(1, import.ExitCode);
        Assert.Contains($"not {s_sha256}; they were thrown away.", import.Error, StringComparison.Ordinal);
        await using var store = FileStore.Open(new FileStoreOptions { Path = In("b") });
        Assert.Null(await store.Contents.Open(s_sha256, Cancellation));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task Spoil(string file)
    {
        var bytes = await File.ReadAllBytesAsync(file, Cancellation);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancellation);
    }

    private static async Task<byte[]> Content(string folder)
    {
        await using var store = FileStore.Open(new FileStoreOptions { Path = folder });
        await using var content = (await store.Contents.Open(s_sha256, Cancellation))!;
        var copy = new MemoryStream();
        await content.CopyToAsync(copy, Cancellation);
        return copy.ToArray();
    }

    private string In(string name) => Path.Combine(_folder.Path, name);

    private async Task MakeStore(bool withContent)
    {
        CommandTest.Run("import", Repository.Seeds, "--store", In("a"));
        await using var store = FileStore.Open(new FileStoreOptions { Path = In("a") });
        var file = new NewFile("a.pdf", s_content.Length, s_sha256, null);
        if (withContent)
        {
            var uploads = new FileUploads(store, new FileLimits(), TimeProvider.System);
            Assert.Null((await uploads.Take(file, new MemoryStream(s_content), "", Cancellation)).Refusal);
        }

        var evidence = new EvidenceItem
        {
            Kind = EvidenceKind.File, FileName = file.Name, Size = file.Size, Sha256 = file.Sha256, MediaType = "application/pdf", AddedAt = DateTimeOffset.UnixEpoch,
        };
        Assert.False((await store.ChangeTask(TaskId, null, task => task.AddEvidence(evidence), new ChangeRecord(DateTimeOffset.UnixEpoch), Cancellation)).IsRefused);
    }
}
