using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GovGraph.Plans.Evidence;
using GovGraph.Storage.Contents;
using Xunit;

namespace GovGraph.Storage.Tests.Contract;

/// <summary>What every store must do with the files of evidence. A store's own tests derive from it.</summary>
public abstract class ContentStoreContract : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2024, 3, 15, 9, 30, 0, TimeSpan.FromHours(7));

    private readonly MovedTime time = new() { Now = Start };

    protected PlanStore Store { get; private set; } = null!;

    private FileUploads Uploads => new(Store, Limits, time);

    private FileLimits Limits { get; set; } = new();

    public async ValueTask InitializeAsync() => Store = await CreateEmpty();

    public virtual async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract ValueTask<PlanStore> CreateEmpty();

    [Fact]
    public async Task A_file_arrives_in_parts_and_is_read_as_it_was_sent()
    {
        var content = Lines(3_000_000);
        var upload = await Begin(content);

        upload = await Send(upload, content, 0, 1_000_000);
        upload = await Send(upload, content, 1_000_000, 1_000_001);
        Assert.Equal((1_000_001, 2, false), (upload.Received, upload.Pieces, upload.IsFinished));
        upload = await Send(upload, content, 1_000_001, content.Length);
        var (finished, refusal) = await Uploads.Finish(upload);

        Assert.Null(refusal);
        Assert.Equal("text/plain", finished.MediaType);
        Assert.Equal(finished, await Uploads.Find(upload.Id, "key"));
        Assert.Equal(content, await Read(Hash(content)));
    }

    [Fact]
    public async Task A_content_is_read_from_any_place_on()
    {
        var content = Lines(700_000);
        await Take(content);

        foreach (var (offset, length) in new[] { (0, 1), (261_119, 2), (261_120, 1), (522_239, 177_761), (699_999, 100), (700_000, 5), (800_000, 5) })
        {
            await using var stream = (await Store.Contents.Open(Hash(content)))!;
            Assert.Equal(content.Length, stream.Length);
            stream.Position = offset;
            var bytes = new byte[length];
            var count = await stream.ReadAtLeastAsync(bytes, length, throwOnEndOfStream: false);
            Assert.Equal(content.Skip(offset).Take(length), bytes[..count]);
        }
    }

    [Fact]
    public async Task A_part_that_has_arrived_is_taken_again_if_it_is_the_same()
    {
        var content = Lines(2000);
        var upload = await Send(await Begin(content), content, 0, 1000);

        upload = await Send(upload, content, 0, 1000);
        Assert.Equal((1000, 1), (upload.Received, upload.Pieces));
        upload = await Send(upload, content, 500, 1500);
        Assert.Equal((1500, 2), (upload.Received, upload.Pieces));

        var (_, refusal) = await Uploads.Append(upload, 0, Encoding.UTF8.GetBytes("other"));
        Assert.Equal((UploadFault.PartDiffers, "Other bytes have arrived before in the place of this part. Go on at 1500, or begin another upload."), (refusal!.Fault, refusal.Message));
        await Finish(await Send(upload, content, 1400, 2000));

        // Also behind the end: a last part is sent again where its answer was lost.
        var finished = (await Uploads.Find(upload.Id, "key"))!;
        Assert.Null((await Uploads.Append(finished, 1400, content.AsMemory(1400))).Refusal);
        Assert.Equal(UploadFault.PartDiffers, (await Uploads.Append(finished, 1999, new byte[1])).Refusal!.Fault);
        Assert.Equal(content, await Read(Hash(content)));
    }

    [Fact]
    public async Task A_part_behind_what_has_arrived_or_beyond_the_end_is_not_taken()
    {
        var content = Lines(2000);
        var upload = await Send(await Begin(content), content, 0, 1000);

        var (_, ahead) = await Uploads.Append(upload, 1001, content.AsMemory(1001));
        Assert.Equal((UploadFault.PartAhead, "1000 bytes have arrived, and this part begins at 1001. Go on at 1000."), (ahead!.Fault, ahead.Message));
        var (_, beyond) = await Uploads.Append(upload, 1000, new byte[1001]);
        Assert.Equal((UploadFault.PartTooLong, "PART_TOO_LONG"), (beyond!.Fault, beyond.Code));
        var (_, far) = await Uploads.Append(upload, long.MaxValue, new byte[1]);
        Assert.Equal(UploadFault.PartTooLong, far!.Fault);
        Assert.Equal(1000, (await Uploads.Find(upload.Id, "key"))!.Received);
    }

    [Fact]
    public async Task Of_requests_that_send_one_part_at_once_each_ends_and_the_bytes_are_there_once()
    {
        var content = Lines(400_000);
        var upload = await Begin(content);

        var parts = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () => (await Uploads.Append(upload, 0, content.AsMemory(0, 100_000 + i * 10_000))).Refusal)));
        Assert.All(parts, Assert.Null);
        var finished = await Finish(await Send((await Uploads.Find(upload.Id, "key"))!, content, 100_000, content.Length));

        Assert.Equal("text/plain", finished.MediaType);
        Assert.Equal(content, await Read(Hash(content)));
    }

    [Fact]
    public async Task Of_requests_that_send_different_bytes_to_one_place_one_wins()
    {
        var (one, other) = (Lines(2000), Enumerable.Repeat((byte)'x', 2000).ToArray());
        var upload = await Begin(one);

        var outcomes = await Task.WhenAll(((byte[][])[one, other]).Select(bytes => Task.Run(async () => (await Uploads.Append(upload, 0, bytes)).Refusal?.Fault)));

        Assert.Equal([null, UploadFault.PartDiffers], outcomes.Order());
        await using var received = await Store.Contents.OpenReceived((await Uploads.Find(upload.Id, "key"))!);
        Assert.Equal(outcomes[0] is null ? one : other, await All(received));
    }

    [Fact]
    public async Task Another_content_than_was_said_is_thrown_away_with_its_upload()
    {
        var (content, other) = (Lines(2000), Lines(2000, "other "));
        var upload = await Begin(content);

        var (_, refusal) = await Uploads.Finish(await Send(upload, other, 0, other.Length));

        Assert.Equal(
            (UploadFault.ContentDiffers, $"The 2000 bytes that arrived have the SHA-256 {Hash(other)}, not {Hash(content)}; they were thrown away. Check the file, and begin another upload."),
            (refusal!.Fault, refusal.Message));
        Assert.Null(await Uploads.Find(upload.Id, "key"));
        Assert.Null(await Store.Contents.Open(Hash(content)));
        Assert.Null(await Store.Contents.Open(Hash(other)));
    }

    [Fact]
    public async Task A_kind_that_is_not_taken_is_thrown_away()
    {
        var page = Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>");

        var (upload, refusal) = await Uploads.Take(new NewFile("a.pdf", page.Length, Hash(page), null), new MemoryStream(page), "key");

        Assert.Null(upload);
        Assert.StartsWith("The file 'a.pdf' is not taken: it is markup or a script. What is taken: .pdf, ", refusal!.Message, StringComparison.Ordinal);
        Assert.Null(await Store.Contents.Open(Hash(page)));
        Assert.Equal(default, await Store.Contents.UsageOf("key", Start));
    }

    [Fact]
    public async Task A_whole_file_that_is_shorter_or_longer_than_was_said_is_not_taken()
    {
        var content = Lines(2000);

        var (_, longer) = await Uploads.Take(new NewFile("a.txt", 1999, Hash(content), null), new MemoryStream(content), "key");
        var (_, shorter) = await Uploads.Take(new NewFile("a.txt", 2001, Hash(content), null), new MemoryStream(content), "key");

        Assert.Equal((UploadFault.PartTooLong, UploadFault.UploadIncomplete), (longer!.Fault, shorter!.Fault));
        Assert.Equal(default, await Store.Contents.UsageOf("key", Start));
    }

    [Fact]
    public async Task The_same_content_is_kept_once_and_both_uploads_end()
    {
        var content = Lines(600_000);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => Take(content, $"{i}.txt"))));

        Assert.Equal(content, await Read(Hash(content)));
        Assert.Equal(1, await CountContents());
    }

    [Fact]
    public async Task An_upload_is_its_owners_alone_and_not_for_ever()
    {
        var upload = await Begin(Lines(10));

        Assert.Null(await Uploads.Find(upload.Id, "other"));
        Assert.Null(await Uploads.Find(upload.Id.ToUpperInvariant(), "key"));
        Assert.Null(await Uploads.Find("../../../etc/passwd", "key"));
        time.Now = Start.AddHours(23.9);
        Assert.Equal(upload, await Uploads.Find(upload.Id, "key"));
        time.Now = Start.AddHours(24);
        Assert.Null(await Uploads.Find(upload.Id, "key"));
    }

    [Fact]
    public async Task Of_many_that_come_at_once_as_many_begin_as_are_allowed()
    {
        Limits = new FileLimits { MaxOpenUploads = 5, MaxUploadedBytes = 1000 };
        await Begin(Lines(300));

        var begun = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(async () =>
            await Uploads.Begin(new NewFile($"{i}.txt", i % 2 == 0 ? 200 : 1, Hash(Lines(i)), null), i == 11 ? "other" : "key"))));

        var taken = begun.Where(begin => begin.Upload is { Owner: "key" }).Sum(begin => begin.Upload!.Size);
        var usage = await Store.Contents.UsageOf("key", Start);
        Assert.Equal((5, 300 + taken), (usage.Unfinished, usage.Bytes));
        Assert.Equal(5, begun.Count(begin => begin.Upload is not null));
        Assert.True(usage.Bytes <= 1000, $"{usage.Bytes}");
        Assert.All(begun, begin => Assert.Equal(begin.Upload is null ? UploadFault.TooManyUploads : null, begin.Refusal?.Fault));
    }

    [Fact]
    public async Task A_key_begins_one_upload_for_as_long_as_it_lives()
    {
        var file = new NewFile("a.txt", 10, Hash(Lines(10)), null);
        var key = new ChangeKey("k", "what was asked for");
        var racing = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Uploads.Begin(file, "key", key: key).AsTask()));

        var upload = Assert.Single(racing, begun => !begun.IsRepeated).Upload!;
        Assert.All(racing, begun => Assert.Equal(upload, begun.Upload));
        Assert.Equal((upload, true), Answer(await Uploads.Begin(file with { Name = "b.txt" }, "key", key: key with { Input = "something else" })));
        Assert.Equal("what was asked for", (await Uploads.Find(upload.Id, "key"))!.Input);

        Assert.NotEqual(upload.Id, (await Uploads.Begin(file, "other", key: key)).Upload!.Id);
        time.Now = Start.AddHours(24);
        var (again, isRepeated) = Answer(await Uploads.Begin(file, "key", key: key));
        Assert.False(isRepeated);
        Assert.Equal((again, true), Answer(await Uploads.Begin(file, "key", key: key)));

        static (FileUpload, bool) Answer(BegunUpload begun) => (begun.Upload!, begun.IsRepeated);
    }

    [Fact]
    public async Task One_caller_has_so_many_uploads_and_so_many_bytes_and_no_more()
    {
        Limits = new FileLimits { MaxOpenUploads = 2, MaxUploadedBytes = 1000 };
        await Begin(Lines(10));
        var second = await Begin(Lines(20));

        var (_, third) = await Uploads.Begin(new NewFile("a.txt", 1, Hash([1]), null), "key");
        Assert.Equal(
            (UploadFault.TooManyUploads, "2 uploads are not finished, and 30 bytes were handed in lately; at most 2 and 1000 are taken. Finish some, or try again in some hours."),
            (third!.Fault, third.Message));
        Assert.Null((await Uploads.Begin(new NewFile("a.txt", 1, Hash([1]), null), "other")).Refusal);

        await Finish(await Send(second, Lines(20), 0, 20));
        Assert.Equal(UploadFault.TooManyUploads, (await Uploads.Begin(new NewFile("a.txt", 971, Hash([1]), null), "key")).Refusal!.Fault);
        Assert.Null((await Uploads.Begin(new NewFile("a.txt", 970, Hash([1]), null), "key")).Refusal);
        time.Now = Start.AddHours(25);
        Assert.Null((await Uploads.Begin(new NewFile("a.txt", 1000, Hash([1]), null), "key")).Refusal);
    }

    [Fact]
    public async Task A_file_does_not_come_in_countless_pieces()
    {
        Limits = new FileLimits { MaxParts = 3 };
        var content = Lines(10);
        var upload = await Begin(content);
        for (var i = 0; i < 3; i++)
        {
            upload = await Send(upload, content, i, i + 1);
        }

        var (_, refusal) = await Uploads.Append(upload, 3, content.AsMemory(3));

        Assert.Equal("TOO_MANY_PARTS", refusal!.Code);
    }

    [Fact]
    public async Task What_expires_is_forgotten_with_the_contents_that_no_evidence_names()
    {
        var (named, unnamed, half) = (Lines(300_000, "a "), Lines(300_000, "b "), Lines(300_000, "c "));
        await Take(named);
        await Take(unnamed);
        await Send(await Begin(half), half, 0, 1000);
        await Name(Hash(named), named.Length);

        time.Now = Start.AddHours(24.9);
        Assert.Equal(0, await Uploads.Expire());
        Assert.NotNull(await Store.Contents.Open(Hash(unnamed)));

        time.Now = Start.AddHours(25);
        Assert.Equal(3, await Uploads.Expire());
        Assert.Equal(0, await Uploads.Expire());
        Assert.Equal(named, await Read(Hash(named)));
        Assert.Null(await Store.Contents.Open(Hash(unnamed)));
        Assert.Equal(1, await CountContents());
        Assert.Equal(0, await CountPieces());
    }

    [Fact]
    public async Task A_content_stays_while_a_later_upload_may_still_be_named()
    {
        var content = Lines(1000);
        await Take(content);
        time.Now = Start.AddHours(20);
        await Take(content);

        time.Now = Start.AddHours(26);
        Assert.Equal(1, await Uploads.Expire());
        Assert.Equal(content, await Read(Hash(content)));

        time.Now = Start.AddHours(46);
        Assert.Equal(1, await Uploads.Expire());
        Assert.Null(await Store.Contents.Open(Hash(content)));
    }

    /// <summary>How many contents are kept.</summary>
    protected abstract Task<int> CountContents();

    /// <summary>How many pieces of uploads are kept.</summary>
    protected abstract Task<int> CountPieces();

    private async Task Name(string sha256, long size)
    {
        await Store.Insert(SamplePlans.All[0], SampleStore.Record);
        var evidence = new EvidenceItem { Kind = EvidenceKind.File, FileName = "a.txt", Size = size, Sha256 = sha256, MediaType = "text/plain", AddedAt = Start };
        Assert.False((await Store.ChangeTask(SamplePlans.All[0].Tasks[0].Id, null, task => task.AddEvidence(evidence), SampleStore.Record)).IsRefused);
    }

    private async Task<FileUpload> Begin(byte[] content)
    {
        var (upload, refusal) = await Uploads.Begin(new NewFile("a.txt", content.Length, Hash(content), null), "key");
        Assert.Null(refusal);
        return upload!;
    }

    private async Task<FileUpload> Send(FileUpload upload, byte[] content, int from, int to)
    {
        var (after, refusal) = await Uploads.Append(upload, from, content.AsMemory(from, to - from));
        Assert.Null(refusal);
        return after;
    }

    private async Task<FileUpload> Finish(FileUpload upload)
    {
        var (after, refusal) = await Uploads.Finish(upload);
        Assert.Null(refusal);
        return after;
    }

    private async Task Take(byte[] content, string name = "a.txt")
    {
        var (_, refusal) = await Uploads.Take(new NewFile(name, content.Length, Hash(content), "text/plain"), new MemoryStream(content), "key");
        Assert.Null(refusal);
    }

    private async Task<byte[]> Read(string sha256)
    {
        await using var stream = (await Store.Contents.Open(sha256))!;
        return await All(stream);
    }

    private static async Task<byte[]> All(Stream stream)
    {
        var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    // No two lines are the same, so no two parts are.
    private static byte[] Lines(int length, string word = "line ")
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{word}{i}\n");
        }

        return Encoding.ASCII.GetBytes(text.ToString(0, length));
    }

    private sealed class MovedTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
