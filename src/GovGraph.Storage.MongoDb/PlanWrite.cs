using System.Text;
using GovGraph.Plans;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Documents;

namespace GovGraph.Storage.MongoDb;

/// <summary>What is written of one plan.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Command">Finds it in the version that was read.</param>
/// <param name="Change">The last of the changes that it makes: where this one is there, all are.</param>
internal sealed record PlanWrite(string PlanId, FindAndModify Command, PlanChange Change)
{
    /// <param name="plan">As it was read.</param>
    /// <param name="rows">What becomes of each row that changes.</param>
    /// <param name="changes">The records of the history, in their order.</param>
    public static PlanWrite Of(Plan plan, IEnumerable<(ITrackedNode Node, NodeProgress Progress)> rows, params PlanChange[] changes)
    {
        var placed = rows.Select(row => (Place: NodePlace.Of(row.Node), row.Progress)).ToList();
        var command = new FindAndModify(
            Collections.Plans,
            filter =>
            {
                filter.String("_id"u8, plan.Id).Int64("version"u8, plan.Version);
                if (changes[0].Record.Key is null)
                    return;
                // The index keeps the changes of other plans from having their ids, not those of this one.
                filter.BeginDocument("changes.id"u8).BeginArray("$nin"u8);
                foreach (var change in changes)
                    filter.String([], change.Id);
                filter.End().End();
            },
            update =>
            {
                update.BeginDocument("$set"u8);
                foreach (var (place, progress) in placed)
                    ProgressBson.Set(update, place.Path, progress);
                update.Int64("version"u8, changes[^1].PlanVersion).End();
                ProgressBson.Unset(update, [.. placed.Select(row => (row.Place.Path, row.Progress))]);
                update.BeginDocument("$push"u8);
                Each(update, "changes"u8, changes, change => change.Write(update));
                Each(update, Unnumbered.Member, changes, change => new Unnumbered(change.Id, change.Record.At).Write(update));
                update.End();
            },
            arrays =>
            {
                foreach (var (member, value) in placed.SelectMany(row => row.Place.Filters).Distinct())
                    arrays.BeginDocument().String(Encoding.UTF8.GetBytes(member), value).End();
            });
        return new PlanWrite(plan.Id, command, changes[^1]);
    }

    private static void Each(BsonWriter update, ReadOnlySpan<byte> member, PlanChange[] changes, Action<PlanChange> write)
    {
        update.BeginDocument(member).BeginArray("$each"u8);
        foreach (var change in changes)
        {
            update.BeginDocument();
            write(change);
            update.End();
        }
        update.End().End();
    }
}
