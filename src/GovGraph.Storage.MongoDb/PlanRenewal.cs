using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Documents;
using GovGraph.Storage.MongoDb.Native;

namespace GovGraph.Storage.MongoDb;

/// <summary>Writes anew what an older program wrote: documents of an older version, and those in which stands another meaning of their print than this program finds.</summary>
internal sealed class PlanRenewal(MongoConnection connection)
{
    private const int AtOnce = 32;

    public async Task<MigrationReport> Run(bool isDryRun, CancellationToken cancellation)
    {
        await CheckVersions(cancellation).ConfigureAwait(false);
        var (plans, renewed, unreadable) = (0, ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        for (var last = ""; ;)
        {
            var after = last;
            var find = new Find<Stored>(Collections.Plans, filter => filter.BeginDocument("_id"u8).String("$gt"u8, after).End(), Read) { Sort = ["_id"], Limit = AtOnce };
            var page = await connection.Run(find, cancellation).ConfigureAwait(false);
            foreach (var stored in page)
            {
                if (stored.Fault is { } fault)
                    unreadable.Add(fault);
                else
                    plans++;
                if (stored.Plan is not { } plan || stored.IsPresent)
                    continue;
                // What somebody changes meanwhile was just written by a program: it is left to the next time.
                if (isDryRun || await Write(stored, plan, cancellation).ConfigureAwait(false))
                    renewed.Add(plan.Id);
            }
            if (page.Count < AtOnce)
                return new MigrationReport(plans, renewed.ToImmutable(), unreadable.ToImmutable());
            last = page[^1].Id;
        }
    }

    private async Task CheckVersions(CancellationToken cancellation)
    {
        var find = new Find<(string Id, int? Version)>(
            Collections.Plans,
            _ => { },
            document => (PlanRow.Read(document).Id, BsonReader.TryFind(document, "schemaVersion"u8, out var version) ? version.Int32() : null))
        {
            Only = ["schemaVersion"],
        };
        foreach (var (id, version) in await connection.Run(find, cancellation).ConfigureAwait(false))
            if (version is { } known && PlanFormat.Present.WhyNot(known) is { } why)
                throw new StoreException($"The document '{id}' {why}");
    }

    private Task<bool> Write(Stored stored, Plan plan, CancellationToken cancellation) => connection.Run(
        new FindAndModify(
            Collections.Plans,
            filter => filter.String("_id"u8, plan.Id).Int64("version"u8, plan.Version),
            document =>
            {
                PlanBson.WriteElements(document, plan, stored.Changes);
                // A program that did not number changes left all of them to be numbered.
                if (stored.Unnumbered is { } unnumbered)
                    document.Raw(Unnumbered.Member, BsonType.Array, unnumbered);
                else
                    Unnumbered.WriteAll(document, stored.Changes);
                if (stored.Spellings is { } spellings)
                    document.Raw(Spelling.Member, BsonType.Array, spellings);
            }),
        cancellation);

    private static Stored Read(ReadOnlySpan<byte> document)
    {
        var id = PlanRow.Read(document).Id;
        try
        {
            var plan = PlanReader.ReadChecked(document);
            var changes = PlanChange.ReadAll(document);
            return new Stored(id, plan, changes, Raw(document, Spelling.Member), Raw(document, Unnumbered.Member), IsSame(PlanBson.Write(plan, changes), document), null);
        }
        catch (StoreException fault)
        {
            return new Stored(id, null, [], null, null, false, fault.Message);
        }
    }

    private static byte[]? Raw(ReadOnlySpan<byte> document, ReadOnlySpan<byte> member) => BsonReader.TryFind(document, member, out var found) ? found.Value.ToArray() : null;

    // The spellings come from other plans, so the print does not tell them; nor does it tell what is numbered.
    private static bool IsSame(ReadOnlySpan<byte> made, ReadOnlySpan<byte> stored)
    {
        var members = new BsonReader(stored);
        var count = 0;
        while (members.Next())
        {
            if (members.Is(Spelling.Member))
                continue;
            count++;
            if (!members.Is(Unnumbered.Member) && (!BsonReader.TryFind(made, members.Name, out var other) || !AreSame(members, other)))
                return false;
        }
        return count == Count(made);
    }

    private static bool AreSame(BsonReader left, BsonReader right) => left.Type == right.Type && left.Type switch
    {
        // An update puts new members last, so their order says nothing.
        BsonType.Document => IsSame(left.Value, right.Value),
        BsonType.Array => AreItemsSame(left.Enter(), right.Enter()),
        _ => left.Value.SequenceEqual(right.Value),
    };

    private static bool AreItemsSame(BsonReader left, BsonReader right)
    {
        while (left.Next())
            if (!right.Next() || !AreSame(left, right))
                return false;
        return !right.Next();
    }

    private static int Count(ReadOnlySpan<byte> document)
    {
        var count = 0;
        for (var members = new BsonReader(document); members.Next();)
            count++;
        return count;
    }

    private sealed record Stored(string Id, Plan? Plan, IReadOnlyList<PlanChange> Changes, byte[]? Spellings, byte[]? Unnumbered, bool IsPresent, string? Fault);
}
