using System.Collections.Immutable;

namespace GovGraph.Storage.Access;

/// <summary>Where keys are kept, beside the plans. Faults of the store are a <see cref="StoreException"/>.</summary>
public abstract class KeyStore : IAsyncDisposable
{
    /// <summary>Where that is, for people.</summary>
    public abstract string Location { get; }

    /// <summary>All keys that there ever were, the oldest first.</summary>
    public abstract ValueTask<ImmutableArray<ApiKey>> ReadAll(CancellationToken cancellation = default);

    public abstract ValueTask Add(ApiKey key, CancellationToken cancellation = default);

    /// <summary>Adds a key unless another one of its name is taken when it is made; false then. Of several at the same time one is added.</summary>
    public abstract ValueTask<bool> TryAdd(ApiKey key, CancellationToken cancellation = default);

    /// <summary>From now on it is not taken any more; where it was revoked before, that stays.</summary>
    public abstract ValueTask Revoke(string id, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Lets it be taken until a moment, and no longer.</summary>
    public abstract ValueTask Expire(string id, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Notes when it was used last.</summary>
    public abstract ValueTask Used(string id, DateTimeOffset at, CancellationToken cancellation = default);

    public abstract ValueTask DisposeAsync();
}
