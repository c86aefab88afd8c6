using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.MongoDb.Queries;

namespace GovGraph.Storage.MongoDb;

/// <summary>Finds out what stands behind the connection string, and makes the indexes that are missing.</summary>
internal static class StartupCheck
{
    public static async Task<MongoStartup> Run(MongoConnection connection, CancellationToken cancellation)
    {
        var role = await connection.Run(new Hello(), cancellation).ConfigureAwait(false);
        var version = await connection.Run(new BuildInfo(), cancellation).ConfigureAwait(false);
        var (indexes, made) = (0, 0);
        foreach (var (collection, models) in Collections.Indexed)
        {
            var count = await connection.Run(new CreateIndexes(collection, models), cancellation).ConfigureAwait(false);
            (indexes, made) = (indexes + count.After, made + count.After - count.Before);
        }
        var (plans, tasks) = await Count(connection, cancellation).ConfigureAwait(false);
        return new MongoStartup
        {
            ServerVersion = version,
            LibraryVersion = connection.LibraryVersion,
            Hosts = connection.Hosts,
            Database = connection.Database,
            ReplicaSet = role.ReplicaSet,
            IsSharded = role.IsSharded,
            HasSessions = role.HasSessions,
            Indexes = indexes,
            MadeIndexes = made,
            Plans = plans,
            Tasks = tasks,
        };
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
