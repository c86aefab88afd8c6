using GovGraph.Storage.Access;
using GovGraph.Storage.MongoDb.Access;

namespace GovGraph.Server.Access;

/// <summary>Opens the keys that lie beside the plans.</summary>
internal static class KeyStores
{
    /// <exception cref="GovGraph.Storage.StoreException">The connection string is wrong, or the library is missing.</exception>
    public static KeyStore Open(StorageSettings settings, TimeProvider time, ILogger logger) => settings.IsMongo
        ? MongoKeyStore.Open(settings.Mongo, time, line => logger.LogWarning("MongoDB: {Line}", line))
        : new FileKeyStore(settings.Path, time);
}
