using GovGraph.Storage;
using GovGraph.Storage.Files;
using GovGraph.Storage.MongoDb;

namespace GovGraph.Server;

/// <summary>Opens the store that the settings name.</summary>
internal static class Stores
{
    /// <exception cref="StoreException">It can't be opened; the message says why in one line.</exception>
    public static async Task<PlanStore> Open(StorageSettings settings, TimeProvider time, ILogger logger, CancellationToken cancellation = default)
    {
        if (!settings.IsMongo) return OpenFiles(settings, time, logger);
        var store = await MongoStore.Open(settings.Mongo, time, line => logger.LogWarning("MongoDB: {Line}", line), cancellation);
        Tell(store.Startup, logger);
        return store;
    }

    private static void Tell(MongoStartup startup, ILogger logger) => logger.LogInformation(
        "MongoDB {ServerVersion} at {Hosts}, {Deployment}, database {Database}, through libmongoc {LibraryVersion}: {Plans} plans with {Tasks} tasks; "
        + "{Indexes} indexes, {MadeIndexes} of them made now; changes are watched by {Watching}",
        startup.ServerVersion, startup.Hosts, startup.Deployment, startup.Database, startup.LibraryVersion, startup.Plans, startup.Tasks,
        startup.Indexes, startup.MadeIndexes, startup.Watching);

    private static FileStore OpenFiles(StorageSettings settings, TimeProvider time, ILogger logger) => FileStore.Open(new FileStoreOptions
    {
        Path = Path.GetFullPath(settings.Path),
        Time = time,
        OnFault = fault => logger.LogError(fault, "The store goes on: {Fault}", fault.Message),
    });
}
