using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.MongoDb.Queries;

namespace GovGraph.Storage.MongoDb;

/// <summary>What stands behind the connection string, found out once.</summary>
internal sealed record StartupCheck(ServerRole Role, StoreReport Report, string Line)
{
    public static async Task<StartupCheck> Run(MongoConnection connection, CancellationToken cancellation)
    {
        var role = await connection.Run(new Hello(), cancellation).ConfigureAwait(false);
        var version = await connection.Run(new BuildInfo(), cancellation).ConfigureAwait(false);
        var made = await connection.Run(new CreateIndexes(Collections.Plans, Collections.PlanIndexes), cancellation).ConfigureAwait(false);
        var (plans, tasks) = await Count(connection, cancellation).ConfigureAwait(false);
        var report = new StoreReport { Location = $"mongodb://{connection.Hosts}/{connection.Database}", Plans = plans, Tasks = tasks };
        var deployment = role.ReplicaSet is { } set ? $"replica set {set}" : role.IsSharded ? "sharded cluster" : "standalone server";
        var watching = role.HasChangeStreams ? "change streams" : "polling, since only a replica set has change streams";
        return new StartupCheck(role, report,
            $"MongoDB {version} at {connection.Hosts}, {deployment}, database {connection.Database}, through libmongoc {connection.LibraryVersion}: "
            + $"{plans} plans with {tasks} tasks; {made} indexes made; changes are watched by {watching}.");
    }

    private static async Task<(int Plans, int Tasks)> Count(MongoConnection connection, CancellationToken cancellation)
    {
        // The condition lets the server answer from the index alone.
        Mql[] stages =
        [
            Mql.Document(("$match", Mql.Document(("taskCount", Mql.Document(("$gte", Mql.Value(0))))))),
            Mql.Document(("$group", Mql.Document(
                ("_id", Mql.Null), ("plans", Mql.Call("$sum", Mql.Value(1))), ("tasks", Mql.Call("$sum", Mql.Path("$taskCount")))))),
        ];
        var counts = await connection.Run(
            new Aggregate<(int, int)>(Collections.Plans, writer => Array.ForEach(stages, stage => stage.Write(writer, [])), Read), cancellation).ConfigureAwait(false);
        return counts.Count == 0 ? (0, 0) : counts[0];
    }

    private static (int, int) Read(ReadOnlySpan<byte> document) =>
        BsonReader.TryFind(document, "plans"u8, out var plans) && BsonReader.TryFind(document, "tasks"u8, out var tasks)
            ? (plans.Int32(), tasks.Int32())
            : (0, 0);
}
