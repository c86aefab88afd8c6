using System.Text;
using GovGraph.Storage.Audit;
using GovGraph.Storage.Tests.Disks;
using Xunit;

namespace GovGraph.Storage.Tests.Audit;

public sealed class FileAuditTrailTests : IDisposable
{
    private static readonly DateTimeOffset s_noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("govgraph-").FullName;

    private string Audit => Path.Combine(_folder, "audit");

    [Fact]
    public async Task A_record_is_a_line_of_json_in_the_file_of_its_day()
    {
        await using (var trail = new FileAuditTrail(_folder, new()))
        {
            trail.Append(new AuditRecord(s_noon, AuditOutcome.Applied)
            {
                Who = "Xã Mỹ Hòa Hưng",
                KeyId = "k1",
                From = "127.0.0.1",
                Client = "một cửa",
                Operation = "Report",
                Field = "updateTaskStatus",
                Ids = ["p/1.1"],
                Changed = [("p/1.1", 7)],
            });
            trail.Append(new AuditRecord(s_noon.AddDays(1), AuditOutcome.Failed) { ErrorId = "5d1c", Codes = ["A", "B"], Status = 401, Times = 12 });
        }

        Assert.Equal(
            """
            {"at":"2026-11-21T12:00:00.000Z","outcome":"APPLIED","who":"Xã Mỹ Hòa Hưng","key":"k1","from":"127.0.0.1","client":"một cửa","operation":"Report","field":"updateTaskStatus","ids":["p/1.1"],"changed":[{"id":"p/1.1","version":7}]}

            """,
            await File.ReadAllTextAsync(Path.Combine(Audit, "2026-11-21.0001.ndjson"), TestContext.Current.CancellationToken));
        Assert.Equal(
            """
            {"at":"2026-11-22T12:00:00.000Z","outcome":"FAILED","codes":["A","B"],"errorId":"5d1c","status":401,"times":12}

            """,
            await File.ReadAllTextAsync(Path.Combine(Audit, "2026-11-22.0001.ndjson"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_record_outlives_a_process_that_is_killed()
    {
        await using var trail = new FileAuditTrail(_folder, new());
        trail.Append(new AuditRecord(s_noon, AuditOutcome.Applied));

        // Nothing was closed or flushed: another process reads it all the same.
        Assert.Equal(["""{"at":"2026-11-21T12:00:00.000Z","outcome":"APPLIED"}"""], await Lines(new FileAuditTrail(_folder, new())));
    }

    [Fact]
    public async Task What_a_caller_chose_can_t_break_a_line_or_fill_the_disk()
    {
        await using var trail = new FileAuditTrail(_folder, new());
        trail.Append(new AuditRecord(s_noon, AuditOutcome.Refused) { Client = "a\n\"b", Ids = [new('x', 1_000_000), .. Enumerable.Repeat("y", 5000)] });

        var line = Assert.Single(await Lines(trail));
        Assert.StartsWith("""{"at":"2026-11-21T12:00:00.000Z","outcome":"REFUSED","client":"a\n\u0022b","ids":["xxxx""", line, StringComparison.Ordinal);
        Assert.InRange(line.Length, 4000, 5000);
    }

    [Fact]
    public async Task Records_are_read_between_two_moments_in_their_order()
    {
        await using var trail = new FileAuditTrail(_folder, new());
        for (var hour = 0; hour < 72; hour++) trail.Append(new AuditRecord(s_noon.AddHours(hour), AuditOutcome.Applied) { Field = $"h{hour}" });

        var lines = await Lines(trail, s_noon.AddHours(20), s_noon.AddHours(50));

        Assert.Equal(Enumerable.Range(20, 30).Select(hour => $"\"h{hour}\"}}"), lines.Select(line => line[^6..]));
    }

    [Fact]
    public async Task What_is_written_beside_others_has_files_of_its_own_and_is_read_in_its_place()
    {
        await using var server = new FileAuditTrail(_folder, new());
        await using var first = new FileAuditTrail(_folder, new() { IsBesideOthers = true });
        await using var second = new FileAuditTrail(_folder, new() { IsBesideOthers = true });
        AuditTrail[] writers = [server, first, server, second, first, server, second];
        for (var minute = 0; minute < writers.Length; minute++) writers[minute].Append(new AuditRecord(s_noon.AddMinutes(minute), AuditOutcome.Applied) { Field = $"m{minute}" });

        Assert.Equal(3, Names().Length);
        Assert.Equal(Enumerable.Range(0, writers.Length).Select(minute => $"\"m{minute}\"}}"), (await Lines(server)).Select(line => line[^5..]));
    }

    [Fact]
    public async Task Only_who_is_alone_puts_anything_away()
    {
        await using var server = new FileAuditTrail(_folder, new() { Days = 3 });
        server.Append(new AuditRecord(s_noon, AuditOutcome.Applied));
        await using (var command = new FileAuditTrail(_folder, new() { Days = 1, IsBesideOthers = true })) command.Append(new AuditRecord(s_noon.AddDays(3), AuditOutcome.Applied));
        Assert.Equal(2, Names().Length);

        server.Append(new AuditRecord(s_noon.AddDays(7), AuditOutcome.Applied));
        Assert.Equal(["2026-11-28.0001.ndjson"], Names());
    }

    [Fact]
    public async Task What_is_too_old_or_too_much_goes_the_oldest_first()
    {
        await using var trail = new FileAuditTrail(_folder, new() { Days = 3, MaxBytes = 1600 });
        for (var day = 0; day < 10; day++) trail.Append(new AuditRecord(s_noon.AddDays(day), AuditOutcome.Applied));
        Assert.Equal(["2026-11-27.0001.ndjson", "2026-11-28.0001.ndjson", "2026-11-29.0001.ndjson", "2026-11-30.0001.ndjson"], Names());

        for (var record = 0; record < 100; record++) trail.Append(new AuditRecord(s_noon.AddDays(9), AuditOutcome.Applied));
        Assert.Equal("2026-11-30.0051.ndjson", Names()[^1]);
        Assert.InRange(Names().Sum(name => new FileInfo(Path.Combine(Audit, name)).Length), 1400, 1750);
    }

    [Fact]
    public async Task After_a_torn_line_the_next_record_stands_on_its_own()
    {
        Directory.CreateDirectory(Audit);
        await File.WriteAllTextAsync(Path.Combine(Audit, "2026-11-21.0001.ndjson"), """{"at":"2026-11-21T11:""", TestContext.Current.CancellationToken);
        await using var trail = new FileAuditTrail(_folder, new());
        trail.Append(new AuditRecord(s_noon, AuditOutcome.Applied));

        Assert.Equal(["""{"at":"2026-11-21T12:00:00.000Z","outcome":"APPLIED"}"""], await Lines(trail));
    }

    [Fact]
    public async Task A_record_that_a_full_disk_does_not_take_is_told_and_the_next_one_is_kept()
    {
        var (disk, lost) = (new FaultyDisk(), new List<string?>());
        disk.IsFull = _ => true;
        await using var trail = new FileAuditTrail(disk, "/store", new() { OnFault = (line, _) => lost.Add(line) });
        trail.Append(new AuditRecord(s_noon, AuditOutcome.Applied) { Field = "a" });
        disk.IsFull = _ => false;
        trail.Append(new AuditRecord(s_noon, AuditOutcome.Applied) { Field = "b" });

        Assert.Equal(["""{"at":"2026-11-21T12:00:00.000Z","outcome":"APPLIED","field":"a"}"""], lost);
        Assert.Equal("""{"at":"2026-11-21T12:00:00.000Z","outcome":"APPLIED","field":"b"}""", Encoding.UTF8.GetString(disk.Read("/store/audit/2026-11-21.0001.ndjson")).Trim());
    }

    [Fact]
    public async Task A_file_that_can_not_be_read_is_told_in_a_sentence()
    {
        var disk = new FaultyDisk();
        await using var trail = new FileAuditTrail(disk, "/store", new());
        trail.Append(new AuditRecord(s_noon, AuditOutcome.Applied));
        Assert.Single(await Lines(trail));
        disk.FailsToRead = _ => true;

        var fault = await Assert.ThrowsAsync<StoreException>(() => Lines(trail));

        Assert.Equal("The audit trail could not be read: /store/audit could not be read or written (Input/output error). Check the disk, then try again.", fault.Message);
        disk.FailsToRead = _ => false;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Names() => [.. Directory.GetFiles(Audit).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    private static async Task<List<string>> Lines(AuditTrail trail, DateTimeOffset? since = null, DateTimeOffset? until = null)
    {
        var lines = new List<string>();
        await foreach (var line in trail.Read(since ?? DateTimeOffset.UnixEpoch, until ?? DateTimeOffset.MaxValue)) lines.Add(Encoding.UTF8.GetString(line.Span));
        return lines;
    }
}
