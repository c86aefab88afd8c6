using System.Text;
using GovGraph.Storage.Audit;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using Xunit;

namespace GovGraph.Storage.MongoDb.Tests.Audit;

public sealed class MongoAuditTrailTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Records_are_read_between_two_moments_as_they_were_appended()
    {
        await using var server = await MongoDouble.Start();
        await using var store = await Open(server);
        await using (var trail = store.Audit(new()))
        {
            for (var hour = 0; hour < 5; hour++)
            {
                trail.Append(new AuditRecord(s_noon.AddHours(hour), AuditOutcome.Applied)
                {
                    Who = "Xã", Ids = ["p/1"], Changed = [("p/1", hour)], Codes = ["A"], Status = 401, Times = 2,
                });
            }
        }

        await using var again = store.Audit(new());
        var lines = new List<string>();
        await foreach (var line in again.Read(s_noon.AddHours(1), s_noon.AddHours(3), TestContext.Current.CancellationToken)) lines.Add(Encoding.UTF8.GetString(line.Span));

        Assert.Equal(
            [
                """{"at":"2026-11-21T13:00:00.000Z","outcome":"APPLIED","who":"Xã","ids":["p/1"],"changed":[{"id":"p/1","version":1}],"codes":["A"],"status":401,"times":2}""",
                """{"at":"2026-11-21T14:00:00.000Z","outcome":"APPLIED","who":"Xã","ids":["p/1"],"changed":[{"id":"p/1","version":2}],"codes":["A"],"status":401,"times":2}""",
            ],
            lines);
    }

    [Fact]
    public async Task The_server_is_told_when_a_record_expires()
    {
        await using var server = await MongoDouble.Start();
        await using var store = await Open(server);
        await using (var trail = store.Audit(new() { Days = 30 })) trail.Append(new AuditRecord(s_noon, AuditOutcome.Applied));

        using var connection = server.Connect();
        var expires = await connection.Run(
            new Find<DateTimeOffset>(Collections.Audit, _ => { }, document => BsonReader.TryFind(document, "expires"u8, out var at) ? at.DateTime() : default), CancellationToken.None);
        Assert.Equal([s_noon.AddDays(30)], expires);
        Assert.Contains(Collections.AuditIndexes, index => index is { IsExpiry: true, Paths: ["expires"] });
    }

    [Fact]
    public async Task Records_that_no_server_takes_are_told_and_nobody_waits_for_them()
    {
        await using var server = await MongoDouble.Start();
        await using var store = await Open(server);
        var lost = new List<string?>();
        await server.Kill();
        await using (var trail = store.Audit(new() { OnFault = (line, _) => lost.Add(line) })) trail.Append(new AuditRecord(s_noon, AuditOutcome.Refused) { Field = "addEvidence" });

        Assert.Equal(["""{"at":"2026-11-21T12:00:00.000Z","outcome":"REFUSED","field":"addEvidence"}"""], lost);
    }

    private static Task<MongoStore> Open(MongoDouble server) => MongoStore.Open(
        new MongoSettings { ConnectionString = server.Uri(), ConnectTimeout = TimeSpan.FromMilliseconds(500) }, TimeProvider.System, cancellation: TestContext.Current.CancellationToken);
}
