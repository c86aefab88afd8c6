using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Documents;
using GovGraph.Storage.MongoDb.Native;

namespace GovGraph.Storage.MongoDb;

/// <summary>Writes: what happens to a plan is a single command on its document, bound to the version that was read, with its record in the history.</summary>
internal sealed partial class PlanChanges(MongoConnection connection, PlanLoader loader, PlanCache cache, ChangeKeys keys, bool hasTransactions)
{
    private const int LargestDocument = 16 * 1024 * 1024;
    private const int LostReplies = 3;

    private readonly BodySpellings _spellings = new(connection, cache);
    private readonly PlanLanes _lanes = new();

    public async Task<InsertOutcome> Insert(Plan plan, ChangeRecord record, CancellationToken cancellation)
    {
        var outcome = await InsertDocument(plan, record, cancellation).ConfigureAwait(false);
        // Of a plan that was there already too: its insertion may have been cut short.
        if (outcome != InsertOutcome.Conflict)
            await _spellings.Share(plan.Issuer.Id, cancellation).ConfigureAwait(false);
        return outcome;
    }

    private async Task<InsertOutcome> InsertDocument(Plan plan, ChangeRecord record, CancellationToken cancellation)
    {
        PlanId.Check(plan.Id);
        var id = record.Key?.Name ?? NewId();
        for (var attempt = 1; ; attempt++)
        {
            var insertion = new PlanChange(id, plan.Version, record);
            var document = PlanBson.Write(plan, insertion);
            CheckSize(plan.Id, document.Length);
            try
            {
                await connection.Run(new Insert(Collections.Plans, document), cancellation).ConfigureAwait(false);
                return InsertOutcome.Inserted;
            }
            catch (MongoException fault) when (fault.Fault == MongoFault.DuplicateKey)
            {
                if (record.Key is not { } key)
                    return await Compare(plan, insertion, cancellation).ConfigureAwait(false);
                var (isUsed, free) = await keys.Look(key.Name, record.At, cancellation).ConfigureAwait(false);
                if (isUsed)
                    return InsertOutcome.Repeated;
                if (free == id)
                    return await Compare(plan, insertion, cancellation).ConfigureAwait(false);
                id = free;
            }
            catch (MongoException fault) when (fault.Fault == MongoFault.Interrupted && attempt < LostReplies)
            {
                // Sent once more: if the first one arrived, its key is there now, with our id.
            }
        }
    }

    public async Task<Change<T>> Change<T>(
        string nodeId, Refusal notFound, long? expectedVersion, Func<T, Change<T>> change, ChangeRecord record, CancellationToken cancellation)
        where T : class, ITrackedNode
    {
        var planId = PlanIdOf(nodeId);
        using var turn = await _lanes.Enter([planId], cancellation).ConfigureAwait(false);
        var id = record.Key?.Name ?? NewId();
        // As it was read last: a write finds out whether it still is so.
        var known = cache.Find(planId);
        for (; ; known = null)
        {
            var plan = known ?? await loader.Load(planId, cancellation).ConfigureAwait(false);
            var (outcome, before) = JudgedChange.Of(plan, nodeId, notFound, expectedVersion, change);
            if (before is null && known is not null)
                continue;
            if (before is null)
                return await IsRepeated(record, cancellation).ConfigureAwait(false) ? new ChangeRepeated() : outcome;
            var after = outcome.Value!;
            var next = new PlanChange(id, after.Plan.Version, record) { NodeId = nodeId, Before = before.Progress, After = after.Progress };
            if (!await Write([PlanWrite.Of(plan!, [(before, after.Progress)], next)], cancellation).ConfigureAwait(false))
            {
                // Another process was faster: judge by what it left, unless it did the same.
                if (record.Key is { } key)
                {
                    (var isUsed, id) = await keys.Look(key.Name, record.At, cancellation).ConfigureAwait(false);
                    if (isUsed)
                        return new ChangeRepeated();
                }
                continue;
            }
            cache.Keep(after.Plan);
            return after;
        }
    }

    private async Task<bool> IsRepeated(ChangeRecord record, CancellationToken cancellation) =>
        record.Key is { } key && (await keys.Look(key.Name, record.At, cancellation).ConfigureAwait(false)).IsUsed;

    /// <exception cref="StoreException">It is more than a document can hold.</exception>
    public static void CheckSize(string planId, int length)
    {
        if (length > LargestDocument)
            throw new StoreException($"The plan '{planId}' makes a document of {length:N0} bytes; MongoDB takes at most {LargestDocument:N0}. Split the plan.");
    }

    public static string PlanIdOf(string nodeId) => nodeId.Split('/', 2)[0];

    /// <summary>False where a plan is no longer the one that was read, or a change has the id already; of changes without keys, nothing was written then.</summary>
    private async Task<bool> Write(IReadOnlyList<PlanWrite> writes, CancellationToken cancellation)
    {
        var last = writes[^1];
        MongoException? unknown = null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // Not again by chance: what an attempt changes no longer has the version that the next one asks for.
                return await Run(writes, cancellation).ConfigureAwait(false)
                    || (attempt > 1 && last.Change.Record.Key is null && await Happened(last.PlanId, last.Change, cancellation).ConfigureAwait(false));
            }
            catch (MongoException fault) when (fault.Fault == MongoFault.DuplicateKey)
            {
                return false;
            }
            catch (MongoException fault) when (fault.Fault == MongoFault.TooLarge)
            {
                throw new StoreException(
                    $"The plan '{writes[fault.Place].PlanId}' with its history fills MongoDB's {LargestDocument:N0} bytes for a document; nothing was changed. Bring it into an embedded store with the command copy: there a history has no limit.",
                    fault);
            }
            catch (MongoException fault) when (fault.Fault == MongoFault.Interrupted && attempt < LostReplies)
            {
                // Whether it happened, the next attempt tells: it finds the old version, or our record.
                unknown = fault;
            }
            catch (MongoException fault) when (fault.Fault == MongoFault.RolledBack && unknown is not null)
            {
                // This attempt did not happen; the one before it may have.
                throw new MongoException(unknown.Fault, unknown.Message, unknown.Code, fault);
            }
        }
    }

    /// <summary>One document is changed whole or not at all as it is; several need a transaction.</summary>
    private Task<bool> Run(IReadOnlyList<PlanWrite> writes, CancellationToken cancellation) => writes is [var only]
        ? connection.Run(only.Command, cancellation)
        : connection.Run(new Transaction([.. writes.Select(write => write.Command)]), cancellation);

    private async Task<bool> Happened(string planId, PlanChange change, CancellationToken cancellation)
    {
        var find = new Find<bool>(Collections.Plans, filter => filter.String("_id"u8, planId).String("changes.id"u8, change.Id), _ => true) { Only = ["_id"] };
        return (await connection.Run(find, cancellation).ConfigureAwait(false)).Count > 0;
    }

    private async Task<InsertOutcome> Compare(Plan plan, PlanChange insertion, CancellationToken cancellation)
    {
        if (await Happened(plan.Id, insertion, cancellation).ConfigureAwait(false))
            return InsertOutcome.Inserted;
        var existing = await loader.Load(plan.Id, cancellation).ConfigureAwait(false);
        return existing is not null && Print.AreSame(existing, plan) ? InsertOutcome.Unchanged : InsertOutcome.Conflict;
    }

    private static string NewId() => Guid.NewGuid().ToString("N");
}
