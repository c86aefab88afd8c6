using System.Collections.Immutable;
using GovGraph.Storage;
using GovGraph.Storage.Access;

namespace GovGraph.Server.Tests.Access;

/// <summary>Keys in memory, which can be made unreadable.</summary>
internal sealed class HeldKeys : KeyStore
{
    private readonly Lock _lock = new();

    public ImmutableArray<ApiKey> Keys { get; set; } = [];

    public bool IsBroken { get; set; }

    public int Reads { get; private set; }

    /// <summary>When a key was noted as used, each time.</summary>
    public List<DateTimeOffset> Uses { get; } = [];

    public TaskCompletionSource Noted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override string Location => "memory";

    /// <summary>Makes a key and gives its text.</summary>
    public string Make(string name, Func<ApiKey, ApiKey>? change = null)
    {
        var text = KeyText.New();
        var key = text.Keep(name, [Scope.Read], DateTimeOffset.UnixEpoch);
        Keys = Keys.Add(change is null ? key : change(key));
        return text.Reveal();
    }

    public void Revoke(string name) => Keys = [.. Keys.Select(key => key.Name == name ? key with { RevokedAt = DateTimeOffset.UnixEpoch } : key)];

    public override ValueTask<ImmutableArray<ApiKey>> ReadAll(CancellationToken cancellation = default)
    {
        if (IsBroken) throw new StoreException("The keys are broken.");
        Reads++;
        return new(Keys);
    }

    public override ValueTask Add(ApiKey key, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override ValueTask<bool> TryAdd(ApiKey key, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override ValueTask Revoke(string id, DateTimeOffset at, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override ValueTask Expire(string id, DateTimeOffset at, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override ValueTask Used(string id, DateTimeOffset at, CancellationToken cancellation = default)
    {
        lock (_lock) Uses.Add(at);
        Noted.TrySetResult();
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
