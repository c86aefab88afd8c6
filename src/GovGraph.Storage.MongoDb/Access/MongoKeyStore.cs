using System.Collections.Immutable;
using GovGraph.Storage.Access;
using GovGraph.Storage.Audit;
using GovGraph.Storage.MongoDb.Audit;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Native;

namespace GovGraph.Storage.MongoDb.Access;

/// <summary>Keys in MongoDB, each one document. Every change sets one member, so that none undoes another.</summary>
public sealed class MongoKeyStore : KeyStore
{
    private readonly MongoConnection _connection;

    private MongoKeyStore(MongoConnection connection) => _connection = connection;

    public override string Location => $"mongodb://{_connection.Hosts}/{_connection.Database}";

    /// <exception cref="StoreException">The connection string is wrong, or the library is missing.</exception>
    public static MongoKeyStore Open(MongoSettings settings, TimeProvider time, Action<string>? log = null)
    {
        try
        {
            return new(MongoConnection.Open(settings with { Connections = 1 }, time, log));
        }
        catch (Exception fault) when (fault is MongoException or DllNotFoundException)
        {
            throw new StoreException(fault.Message, fault);
        }
    }

    /// <summary>The audit trail of the same database. It ends before the keys are closed.</summary>
    public AuditTrail Audit(AuditOptions options) => new MongoAuditTrail(_connection, options);

    public override async ValueTask<ImmutableArray<ApiKey>> ReadAll(CancellationToken cancellation = default) =>
        [.. await MongoStore.Guarded(() => Find(_ => { }, cancellation)).ConfigureAwait(false)];

    public override async ValueTask Add(ApiKey key, CancellationToken cancellation = default) =>
        await MongoStore.Guarded(() => _connection.Run(new Insert(Collections.Keys, KeyBson.Write(key)), cancellation)).ConfigureAwait(false);

    /// <remarks>Keys are never deleted, so how many there are of a name numbers the next one: of two that count the same, the index takes one.</remarks>
    public override async ValueTask<bool> TryAdd(ApiKey key, CancellationToken cancellation = default) => await MongoStore.Guarded(async () =>
    {
        await _connection.Run(new CreateIndexes(Collections.Keys, Collections.KeyIndexes), cancellation).ConfigureAwait(false);
        while (await Find(filter => filter.String("name"u8, key.Name), cancellation).ConfigureAwait(false) is var others && !key.IsNamedAmong(others))
        {
            try
            {
                return await _connection.Run(new Insert(Collections.Keys, KeyBson.Write(key, number: others.Count)), cancellation).ConfigureAwait(false);
            }
            catch (MongoException fault) when (fault.Fault == MongoFault.DuplicateKey)
            {
                // Somebody else was quicker.
            }
        }
        return false;
    }).ConfigureAwait(false);

    public override ValueTask Revoke(string id, DateTimeOffset at, CancellationToken cancellation = default) =>
        Set(filter => filter.String("_id"u8, id).Null("revokedAt"u8), "revokedAt", at, cancellation);

    public override ValueTask Expire(string id, DateTimeOffset at, CancellationToken cancellation = default) =>
        Set(filter => filter.String("_id"u8, id), "expiresAt", at, cancellation);

    public override ValueTask Used(string id, DateTimeOffset at, CancellationToken cancellation = default) =>
        Set(filter => filter.String("_id"u8, id), "lastUsedAt", at, cancellation);

    public override ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<List<ApiKey>> Find(Action<BsonWriter> filter, CancellationToken cancellation) =>
        _connection.Run(new Find<ApiKey>(Collections.Keys, filter, KeyBson.Read) { Sort = ["createdAt", "_id"] }, cancellation);

    private async ValueTask Set(Action<BsonWriter> filter, string member, DateTimeOffset at, CancellationToken cancellation) =>
        await MongoStore.Guarded(() => _connection.Run(
            new FindAndModify(Collections.Keys, filter, update => update.BeginDocument("$set"u8).DateTime(System.Text.Encoding.UTF8.GetBytes(member), at).End()),
            cancellation)).ConfigureAwait(false);
}
