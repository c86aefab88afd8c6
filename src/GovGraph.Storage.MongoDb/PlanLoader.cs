using System.Text;
using GovGraph.Plans;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Documents;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.MongoDb.Queries;

namespace GovGraph.Storage.MongoDb;

/// <summary>Reads plans by id; of one that has not changed since it was read, only the version.</summary>
internal sealed class PlanLoader(MongoConnection connection, PlanCache cache)
{
    public async Task<Plan?> Load(string id, CancellationToken cancellation)
    {
        if (cache.Find(id) is { } known && await Version(id, cancellation).ConfigureAwait(false) == known.Version)
            return known;
        return (await Read([id], cancellation).ConfigureAwait(false)).SingleOrDefault();
    }

    /// <summary>Several plans by id; those that are not there are left out.</summary>
    public async Task<Dictionary<string, Plan>> Load(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var wanted = Mql.Document(("$in", Mql.List(ids.Select(Mql.Value))));
        var find = new Find<PlanRow>(Collections.Plans, filter => wanted.Write(filter, "_id"u8), PlanRow.Read) { Only = ["version"] };
        return await Load(await connection.Run(find, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
    }

    /// <summary>The plans that rows name, at least as new as the rows; those that are gone are left out.</summary>
    public async Task<Dictionary<string, Plan>> Load(IEnumerable<PlanRow> rows, CancellationToken cancellation)
    {
        var plans = new Dictionary<string, Plan>(StringComparer.Ordinal);
        var missing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (cache.Find(row.Id) is { } known && known.Version >= row.Version)
                plans[row.Id] = known;
            else
                missing.Add(row.Id);
        }
        if (missing.Count > 0)
            foreach (var plan in await Read(missing, cancellation).ConfigureAwait(false))
                plans[plan.Id] = plan;
        return plans;
    }

    /// <summary>The version that the server holds; null where there is no such plan.</summary>
    private async Task<long?> Version(string id, CancellationToken cancellation)
    {
        var find = new Find<long>(Collections.Plans, filter => filter.String("_id"u8, id), PlanRow.VersionOf) { Only = ["version"] };
        var versions = await connection.Run(find, cancellation).ConfigureAwait(false);
        return versions.Count == 0 ? null : versions[0];
    }

    private async Task<List<Plan>> Read(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var filter = Mql.Document(("$in", Mql.List(ids.Select(Mql.Value))));
        var find = new Find<Plan>(Collections.Plans, writer => filter.Write(writer, "_id"u8), PlanReader.Read) { Without = PlanReader.Derived };
        var plans = await connection.Run(find, cancellation).ConfigureAwait(false);
        plans.ForEach(cache.Keep);
        return plans;
    }
}

/// <summary>A plan as a query finds it.</summary>
internal readonly record struct PlanRow(string Id, long Version)
{
    public static long VersionOf(ReadOnlySpan<byte> document) => BsonReader.TryFind(document, "version"u8, out var version) ? version.Int64() : 0;

    public static PlanRow Read(ReadOnlySpan<byte> document) =>
        new(BsonReader.TryFind(document, "_id"u8, out var id) ? id.String() : "", VersionOf(document));
}

/// <summary>A task as a query finds it.</summary>
internal readonly record struct TaskRow(PlanRow Plan, int Ordinal)
{
    public static TaskRow Read(ReadOnlySpan<byte> document) => new(
        PlanRow.Read(document),
        BsonReader.TryFind(document, "rows"u8, out var row) && BsonReader.TryFind(row.Value, "ordinal"u8, out var ordinal) ? ordinal.Int32() : -1);
}

/// <summary>A node as a search finds it.</summary>
internal readonly record struct SearchRow(PlanRow Plan, int Place, int Score)
{
    private static readonly byte[] ScoreName = Encoding.UTF8.GetBytes(SearchPipeline.Score);
    private static readonly byte[] PlaceName = Encoding.UTF8.GetBytes(SearchPipeline.Place);

    public static SearchRow Read(ReadOnlySpan<byte> document) => new(
        PlanRow.Read(document),
        BsonReader.TryFind(document, PlaceName, out var place) ? place.Int32() : -1,
        BsonReader.TryFind(document, ScoreName, out var score) ? score.Int32() : 0);
}
