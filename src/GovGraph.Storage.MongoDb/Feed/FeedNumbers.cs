using System.Text;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Documents;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.MongoDb.Queries;

namespace GovGraph.Storage.MongoDb.Feed;

/// <summary>Gives each change the next number, when somebody asks what has happened. Decision 10 says why no number can slip in behind one that was seen.</summary>
/// <remarks>
/// a. Look for plans with changes that have no number, the longest waiting first.
/// b. Insert them into the feed behind its last number, one after the other. Whoever else does so at the same time meets at a number: the slower one begins again.
/// c. Take the mark away from the changes that are in the feed. Where that does not happen any more, the next one finds them there by their id and does it.
/// d. Look again where there were more plans than one look shows, or somebody else was faster; not for what was marked meanwhile, or whoever goes on writing would keep every reader waiting.
/// </remarks>
internal sealed class FeedNumbers(MongoConnection connection, int plansAtOnce = FeedNumbers.PlansAtOnce) : IDisposable
{
    private const int PlansAtOnce = 64;
    private const int ChangesAtOnce = 1000;
    private const int LostReplies = 3;

    // Callers of this process would only meet each other.
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Returns when every change that was made before this call has a number.</summary>
    public async Task NumberAll(CancellationToken cancellation)
    {
        var interrupted = 0;
        List<string>? asked = null;
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            while (await FindWaiting(asked, cancellation).ConfigureAwait(false) is { Count: > 0 } plans)
            {
                var isAll = plans.Count < plansAtOnce;
                foreach (var plan in plans.Where(plan => plan.Changes.Count == 0))
                    await Unmark(plan.PlanId, plan.Marks, cancellation).ConfigureAwait(false);
                foreach (var batch in InOrder(plans, isAll).Chunk(ChangesAtOnce))
                {
                    try
                    {
                        await Insert(batch, cancellation).ConfigureAwait(false);
                        await Unmark(batch, cancellation).ConfigureAwait(false);
                    }
                    catch (MongoException fault) when (fault.Fault == MongoFault.DuplicateKey || (fault.Fault == MongoFault.Interrupted && ++interrupted < LostReplies))
                    {
                        await Unmark(await InFeed(batch, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
                        isAll = false;
                        break;
                    }
                }
                if (isAll)
                    return;
                asked ??= await FindMarks(cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <summary>The ids of all changes that wait.</summary>
    private async Task<List<string>> FindMarks(CancellationToken cancellation)
    {
        var find = new Find<IEnumerable<string>>(
            Collections.Plans,
            filter => filter.BeginDocument(Encoding.UTF8.GetBytes($"{Unnumbered.Path}.at")).DateTime("$gte"u8, DateTimeOffset.MinValue).End(),
            document => Unnumbered.Read(document).Keys) { Only = [Unnumbered.Path] };
        return [.. (await connection.Run(find, cancellation).ConfigureAwait(false)).SelectMany(marks => marks)];
    }

    /// <param name="asked">Plans with one of these changes; null for all.</param>
    /// <param name="cancellation">Ends it.</param>
    private Task<List<WaitingPlan>> FindWaiting(List<string>? asked, CancellationToken cancellation)
    {
        // The condition, true of every date, lets the server look at marked plans only.
        (string, Mql) isMarked = ($"{Unnumbered.Path}.at", Mql.Document(("$gte", Mql.Value(DateTimeOffset.MinValue))));
        Mql[] stages =
        [
            Mql.Document(("$match", asked is null
                ? Mql.Document(isMarked)
                : Mql.Document(isMarked, ($"{Unnumbered.Path}.id", Mql.Document(("$in", Mql.List(asked.Select(Mql.Value)))))))),
            Mql.Document(("$sort", Mql.Document(($"{Unnumbered.Path}.at", Mql.Value(1)), ("_id", Mql.Value(1))))),
            Mql.Document(("$limit", Mql.Value(plansAtOnce))),
            Mql.Document(("$project", Mql.Document(
                (Unnumbered.Path, Mql.Value(1)),
                ("changes", Mql.Call("$filter", Mql.Document(
                    ("input", Mql.Path("$changes")), ("as", Mql.Value("change")),
                    ("cond", Mql.Call("$in", Mql.Path("$$change.id"), Mql.Path($"${Unnumbered.Path}.id"))))))))),
        ];
        return connection.Run(
            new Aggregate<WaitingPlan>(Collections.Plans, writer => Array.ForEach(stages, stage => stage.Write(writer, [])), WaitingPlan.Read), cancellation);
    }

    /// <summary>By the time at which the store was given them, those of one plan always in their own order.</summary>
    private static IEnumerable<WaitingChange> InOrder(List<WaitingPlan> plans, bool isAll)
    {
        var ordered = plans.SelectMany(plan => plan.Changes).OrderBy(change => change.Since).ThenBy(change => change.PlanId, StringComparer.Ordinal).ThenBy(change => change.Place);
        // Plans that were not looked at may have changes of the same age as the youngest beginning here.
        var limit = isAll ? DateTimeOffset.MaxValue : plans.Where(plan => plan.Changes.Count > 0).Select(plan => plan.Changes[0].Since).DefaultIfEmpty().Max();
        return ordered.Where(change => change.Since <= limit);
    }

    private async Task Insert(WaitingChange[] batch, CancellationToken cancellation)
    {
        Mql[] last = [Mql.Document(("$sort", Mql.Document(("_id", Mql.Value(-1))))), Mql.Document(("$limit", Mql.Value(1)))];
        var found = await connection.Run(
            new Aggregate<FeedEntry>(Collections.Feed, writer => Array.ForEach(last, stage => stage.Write(writer, [])), FeedEntry.Read), cancellation).ConfigureAwait(false);
        var number = found.Count == 0 ? 0 : found[0].Entry.Sequence;
        await connection.Run(
            new Insert(Collections.Feed, [.. batch.Select(change => (ReadOnlyMemory<byte>)FeedEntry.Of(++number, change.PlanId, change.Change).Write())]),
            cancellation).ConfigureAwait(false);
    }

    private async Task<WaitingChange[]> InFeed(WaitingChange[] batch, CancellationToken cancellation)
    {
        var ids = Mql.Document(("$in", Mql.List(batch.Select(change => Mql.Value(change.Change.Id)))));
        var found = await connection.Run(
            new Find<string>(Collections.Feed, writer => ids.Write(writer, "change"u8), document => FeedEntry.Read(document).ChangeId) { Only = ["change"] },
            cancellation).ConfigureAwait(false);
        return [.. batch.Where(change => found.Contains(change.Change.Id))];
    }

    private async Task Unmark(WaitingChange[] batch, CancellationToken cancellation)
    {
        foreach (var plan in batch.GroupBy(change => change.PlanId))
            await Unmark(plan.Key, plan.Select(change => change.Change.Id), cancellation).ConfigureAwait(false);
    }

    private async Task Unmark(string planId, IEnumerable<string> changeIds, CancellationToken cancellation)
    {
        var ids = Mql.Document(("$in", Mql.List(changeIds.Select(Mql.Value))));
        await connection.Run(
            new FindAndModify(
                Collections.Plans,
                filter => filter.String("_id"u8, planId),
                update =>
                {
                    update.BeginDocument("$pull"u8).BeginDocument(Unnumbered.Member);
                    ids.Write(update, "id"u8);
                    update.End().End();
                }),
            cancellation).ConfigureAwait(false);
    }
}

/// <summary>A plan with changes that have no number yet.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Marks">The ids of the changes that are marked.</param>
/// <param name="Changes">Those of them that are in the plan's history, in its order.</param>
internal sealed record WaitingPlan(string PlanId, IReadOnlyCollection<string> Marks, List<WaitingChange> Changes)
{
    public static WaitingPlan Read(ReadOnlySpan<byte> document)
    {
        var planId = PlanRow.Read(document).Id;
        var marks = Unnumbered.Read(document);
        var changes = new List<WaitingChange>();
        var since = DateTimeOffset.MinValue;
        foreach (var change in PlanChange.ReadAll(document))
        {
            // Clocks of several writers may differ, but one plan's changes have one order.
            since = marks.TryGetValue(change.Id, out var at) && at > since ? at : since;
            changes.Add(new WaitingChange(planId, changes.Count, since, change));
        }
        return new WaitingPlan(planId, marks.Keys, changes);
    }
}

/// <summary>A change without a number.</summary>
internal sealed record WaitingChange(string PlanId, int Place, DateTimeOffset Since, PlanChange Change);
