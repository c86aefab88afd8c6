using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Fields;
using GovGraph.Storage.History;
using GovGraph.Storage.Memory;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Documents;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.MongoDb.Queries;
using GovGraph.Storage.Paging;
using PlanReader = GovGraph.Storage.MongoDb.Documents.PlanReader;

namespace GovGraph.Storage.MongoDb.Paging;

/// <summary>The plans of a database at a moment.</summary>
/// <remarks>
/// a. Plans to which something has happened since are read with their history, some at a time, taken back, and asked in memory; of each batch only the page stays.
/// b. All others stand now as they stood then: the server is asked about them.
/// c. Both pages are of one order, so they are merged. A plan that was changed in between is in neither; then it begins again.
/// </remarks>
internal sealed class MongoPastPlans(MongoConnection connection, PlanPages pages, DateTimeOffset moment) : PastPlans
{
    private const int MostChanged = 2000;
    private const int AtOnce = 32;
    private const int Looks = 5;

    private static readonly string[] WithoutHistory = [.. PlanReader.Derived.Where(path => path != "changes")];

    public override async ValueTask<Plan?> GetPlan(string id, CancellationToken cancellation = default) =>
        (await MongoStore.Guarded(() => Past([id], cancellation)).ConfigureAwait(false)).SingleOrDefault();

    public override ValueTask<Page<Plan>> FindPlans(Query<Plan> query, CancellationToken cancellation = default) =>
        Find(query, FieldMaps.Plans, Narrowing.OfPrintOfPlans(query.Filter), plans => plans, pages.Plans, cancellation);

    public override ValueTask<Page<PlanTask>> FindTasks(Query<PlanTask> query, CancellationToken cancellation = default) => Find(
        query, FieldMaps.Tasks, Narrowing.OfPrintOfRows(query.Filter), plans => [.. plans.SelectMany(plan => plan.Tasks)], pages.Tasks, cancellation);

    public override ValueTask<Page<Indicator>> FindIndicators(Query<Indicator> query, CancellationToken cancellation = default) => Find(
        query, FieldMaps.Indicators, Narrowing.OfPrintOfRows(query.Filter), plans => [.. plans.SelectMany(plan => plan.Indicators)], pages.Indicators, cancellation);

    private async ValueTask<Page<T>> Find<T>(
        Query<T> query,
        FieldMap<T> map,
        Mql? plansAsked,
        Func<ImmutableArray<Plan>, ImmutableArray<T>> itemsOf,
        Func<Query<T>, Keyset<T>, Mql?, CancellationToken, Task<Page<T>>> findNow,
        CancellationToken cancellation)
    {
        var keyset = new Keyset<T>(map, query with { At = moment });
        var matches = query.Filter?.Compile(map);
        var changed = await Changed(plansAsked, cancellation).ConfigureAwait(false);
        for (var look = 1; look <= Looks; look++)
        {
            if (changed.Count > MostChanged)
                return new Page<T>(new PageFault(PageFaultKind.MomentTooFar, "at",
                    $"More than {MostChanged:N0} plans have changed since then, which is more than can be read at once as they stood. Ask for a later moment, or for fewer plans: by id, issuer, year or program."));
            var merged = new MergedPages<T>(keyset, query.Page);
            var part = query with { Page = merged.OfEachPart };
            foreach (var ids in changed.Chunk(AtOnce))
            {
                var plans = await MongoStore.Guarded(() => Past(ids, cancellation)).ConfigureAwait(false);
                merged.Add(PageReader.Read(itemsOf([.. plans.OrderBy(plan => plan.Id, StringComparer.Ordinal)]), matches, keyset, part));
            }
            merged.Add(await MongoStore.Guarded(() => findNow(part, keyset, IsUnchanged(changed), cancellation)).ConfigureAwait(false));
            var again = await Changed(plansAsked, cancellation).ConfigureAwait(false);
            if (again.SetEquals(changed))
                return merged.Page;
            changed = again;
        }
        throw new StoreException($"Plans are changed faster than they can be read as they stood at {moment:O}. Ask for an earlier moment, or try again.");
    }

    private async Task<HashSet<string>> Changed(Mql? plansAsked, CancellationToken cancellation)
    {
        Mql[] stages =
        [
            Match(Mql.Document(("changes.at", Mql.Document(("$gt", Mql.Value(moment)))))),
            .. plansAsked is null ? (Mql[])[] : [Match(plansAsked)],
            Mql.Document(("$limit", Mql.Value(MostChanged + 1))),
            Mql.Document(("$project", Mql.Document(("_id", Mql.Value(1))))),
        ];
        var found = await MongoStore.Guarded(() => connection.Run(
            new Aggregate<string>(Collections.Plans, writer => Array.ForEach(stages, stage => stage.Write(writer, [])), document => PlanRow.Read(document).Id),
            cancellation)).ConfigureAwait(false);
        return found.ToHashSet(StringComparer.Ordinal);
    }

    // Also those that changed after the look are left out, so that nothing is told of them that is newer.
    private Mql IsUnchanged(IEnumerable<string> changed) => Mql.Document(
        ("_id", Mql.Document(("$nin", Mql.List(changed.Select(Mql.Value))))),
        ("changes.at", Mql.Document(("$not", Mql.Document(("$gt", Mql.Value(moment)))))));

    private async Task<List<Plan>> Past(string[] ids, CancellationToken cancellation)
    {
        var filter = Mql.Document(("$in", Mql.List(ids.Select(Mql.Value))));
        var find = new Find<Plan?>(Collections.Plans, writer => filter.Write(writer, "_id"u8), Back) { Without = WithoutHistory };
        return [.. (await connection.Run(find, cancellation).ConfigureAwait(false)).OfType<Plan>()];
    }

    private Plan? Back(ReadOnlySpan<byte> document)
    {
        var changes = PlanChange.ReadAll(document);
        var happened = PlanPast.Happened(changes, change => change.Record.At, moment);
        return PlanPast.Of(PlanReader.Read(document), changes, happened, change => (change.NodeId, change.PlanVersion), change => change.Event);
    }

    private static Mql Match(Mql condition) => Mql.Document(("$match", condition));
}
