using System.Runtime.CompilerServices;
using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Documents;
using GovGraph.Storage.MongoDb.Native;

namespace GovGraph.Storage.MongoDb;

/// <summary>Plans with their history, out of a database and into one.</summary>
internal sealed class PlanLives(MongoConnection connection, PlanLoader loader, PlanCache cache, ChangeKeys keys)
{
    private const int AtOnce = 32;
    private static readonly string[] WithoutHistory = [.. PlanReader.Derived.Where(path => path != "changes")];

    private readonly BodySpellings _spellings = new(connection, cache);

    /// <param name="guarded">Turns the driver's faults into the store's.</param>
    /// <param name="cancellation">Ends it.</param>
    public async IAsyncEnumerable<PlanLife> Read(
        Func<Func<Task<List<PlanLife>>>, Task<List<PlanLife>>> guarded, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var last = ""; ;)
        {
            var after = last;
            var find = new Find<PlanLife>(Collections.Plans, filter => filter.BeginDocument("_id"u8).String("$gt"u8, after).End(), Read)
            {
                Without = WithoutHistory,
                Sort = ["_id"],
                Limit = AtOnce,
            };
            var lives = await guarded(() => connection.Run(find, cancellation)).ConfigureAwait(false);
            foreach (var life in lives)
                yield return life;
            if (lives.Count < AtOnce)
                yield break;
            last = lives[^1].Plan.Id;
        }
    }

    /// <param name="life">The plan, and what has happened to it.</param>
    /// <param name="replaced">The version that it takes the place of.</param>
    /// <param name="at">When the store was given it.</param>
    /// <param name="cancellation">Frees the caller.</param>
    public async Task<InsertOutcome> Restore(PlanLife life, long? replaced, DateTimeOffset at, CancellationToken cancellation)
    {
        var plan = life.Plan;
        PlanId.Check(plan.Id);
        var changes = await keys.Rename(plan.Id, life.Events, at, cancellation).ConfigureAwait(false);
        var isDone = replaced is { } version
            ? await connection.Run(
                new FindAndModify(
                    Collections.Plans,
                    filter => filter.String("_id"u8, plan.Id).Int64("version"u8, version),
                    document =>
                    {
                        PlanBson.WriteElements(document, plan, changes);
                        Unnumbered.WriteAll(document, changes, at);
                    }),
                cancellation).ConfigureAwait(false)
            : await Insert(plan, changes, at, cancellation).ConfigureAwait(false);
        if (isDone)
            cache.Forget(plan.Id);
        var existing = await loader.Load(plan.Id, cancellation).ConfigureAwait(false);
        if (existing is null || !PlanFile.Write(existing).AsSpan().SequenceEqual(PlanFile.Write(plan)))
            return InsertOutcome.Conflict;
        await _spellings.Share(plan.Issuer.Id, cancellation).ConfigureAwait(false);
        return isDone ? InsertOutcome.Inserted : InsertOutcome.Unchanged;
    }

    private async Task<bool> Insert(Plan plan, IReadOnlyCollection<PlanChange> changes, DateTimeOffset at, CancellationToken cancellation)
    {
        var document = PlanBson.Write(plan, changes, at);
        PlanChanges.CheckSize(plan.Id, document.Length);
        try
        {
            return await connection.Run(new Insert(Collections.Plans, document), cancellation).ConfigureAwait(false);
        }
        catch (MongoException fault) when (fault.Fault == MongoFault.DuplicateKey)
        {
            return false;
        }
    }

    private static PlanLife Read(ReadOnlySpan<byte> document)
    {
        return new PlanLife(PlanReader.Read(document), [.. PlanChange.ReadAll(document).Select(change => change.Event)]);
    }
}
