using System.Collections.Immutable;
using GovGraph.Storage.Fields;
using GovGraph.Storage.History;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Documents;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.MongoDb.Paging;
using GovGraph.Storage.MongoDb.Queries;
using GovGraph.Storage.Paging;

namespace GovGraph.Storage.MongoDb.Feed;

/// <summary>What has happened in all plans, in the order of the numbers that <see cref="FeedNumbers"/> gives.</summary>
internal sealed class ChangeFeed(MongoConnection connection, Pages pages, bool isReplicated) : IDisposable
{
    private readonly FeedNumbers _numbers = new(connection);

    /// <param name="query">What is asked: cursors belong to it.</param>
    /// <param name="filter">What must match.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Page<HistoryEntry>> Find(Query<HistoryEntry> query, Filters.Filter? filter, CancellationToken cancellation)
    {
        await _numbers.NumberAll(cancellation).ConfigureAwait(false);
        var keyset = new Keyset<HistoryEntry>(FieldMaps.Changes, query);
        var pipeline = new ChangePipeline(filter, keyset.Terms[0].Descending) { OnlyOfMajority = isReplicated };
        for (; ; )
        {
            var gone = new List<string>();
            var page = await pages.Read(query, keyset, pipeline, FeedEntry.Read, rows => Complete(rows, gone, cancellation), cancellation).ConfigureAwait(false);
            if (gone.Count == 0)
                return page;
            // Their plan was replaced by another one with another life: they have not happened to anything that is there.
            var ids = Mql.Document(("$in", Mql.List(gone.Select(Mql.Value))));
            await connection.Run(new Delete(Collections.Feed, writer => ids.Write(writer, "change"u8)), cancellation).ConfigureAwait(false);
        }
    }

    public void Dispose() => _numbers.Dispose();

    /// <summary>Adds to each what only the plan's own history holds.</summary>
    private async Task<ImmutableArray<HistoryEntry>> Complete(IReadOnlyList<FeedEntry> rows, List<string> gone, CancellationToken cancellation)
    {
        if (rows.Count == 0)
            return [];
        var ids = rows.Select(row => Mql.Value(row.ChangeId));
        var plans = rows.Select(row => row.Entry.PlanId).Distinct().Select(Mql.Value);
        Mql[] stages =
        [
            Mql.Document(("$match", Mql.Document(("_id", Mql.Document(("$in", Mql.List(plans))))))),
            Mql.Document(("$project", Mql.Document(("changes", Mql.Call("$filter", Mql.Document(
                ("input", Mql.OrEmpty(Mql.Path("$changes"))), ("as", Mql.Value("change")),
                ("cond", Mql.Call("$in", Mql.Path("$$change.id"), Mql.List(ids))))))))),
        ];
        var found = await connection.Run(
            new Aggregate<List<PlanChange>>(Collections.Plans, writer => Array.ForEach(stages, stage => stage.Write(writer, [])), PlanChange.ReadAll), cancellation).ConfigureAwait(false);
        var byId = found.SelectMany(changes => changes).ToDictionary(change => change.Id, StringComparer.Ordinal);
        gone.AddRange(rows.Select(row => row.ChangeId).Where(id => !byId.ContainsKey(id)));
        return [.. rows.Where(row => byId.ContainsKey(row.ChangeId)).Select(row => row.Entry with { Event = byId[row.ChangeId].Event })];
    }
}
