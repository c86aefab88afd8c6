using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using GovGraph.Api.Access;
using GovGraph.Storage;
using GovGraph.Storage.Access;

namespace GovGraph.Server.Access;

/// <summary>The keys that are taken now: as the store had them at most two seconds ago.</summary>
internal sealed class KeyRing(KeyStore store, TimeProvider time, ILogger<KeyRing> logger) : IDisposable
{
    /// <summary>After so long a key that was made or revoked elsewhere is known here.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    // A key that was made a moment ago is looked for at once, but not by every request of somebody who guesses.
    private static readonly TimeSpan s_leastAge = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_usedEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _used = [];
    private readonly SemaphoreSlim _reading = new(1);
    private volatile Keys? _keys;

    /// <summary>Whether there is a key, or was one since the start: then nobody is let in without.</summary>
    /// <exception cref="StoreException">The keys can't be read.</exception>
    public async ValueTask<bool> HasKeys(CancellationToken cancellation = default) =>
        // The first key closes a server that was open to anyone, so that one is waited for with less patience.
        (await Current(Freshness, cancellation)).AnyEver || (await Current(s_leastAge, cancellation)).AnyEver;

    /// <summary>Tells whose key this is, or why it is not taken.</summary>
    /// <exception cref="StoreException">The keys can't be read.</exception>
    public async ValueTask<KeyCheck> Check(string text, CancellationToken cancellation)
    {
        if (!KeyText.TryRead(text, out var key)) return new(KeyFault.Unknown);
        if (Find(key, await Current(Freshness, cancellation)) is not { } held && (held = Find(key, await Current(s_leastAge, cancellation))) is null)
        {
            return new(KeyFault.Unknown);
        }

        var now = time.GetUtcNow();
        if (held.Key.State(now) != KeyState.Active) return new(held.Key.State(now) == KeyState.Expired ? KeyFault.Expired : KeyFault.Revoked);

        Note(held.Key, now);
        return new(KeyFault.None, held.Caller);
    }

    /// <summary>Waits until a key is not taken any more.</summary>
    public Task Lost(string keyId, CancellationToken cancellation) =>
        Until(keys => !keys.ById.TryGetValue(keyId, out var held) || held.Key.State(time.GetUtcNow()) != KeyState.Active, cancellation);

    /// <summary>Waits until there is a key.</summary>
    public Task First(CancellationToken cancellation) => Until(keys => keys.AnyEver, cancellation);

    /// <summary>Whether a key of this name is taken now, and sees at least these bodies; null stands for all.</summary>
    /// <exception cref="StoreException">The keys can't be read.</exception>
    public async ValueTask<bool> Has(string name, ImmutableArray<string>? bodies, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return (await Current(Freshness, cancellation)).ById.Values.Any(held =>
            held.Key.Name == name && held.Key.State(now) == KeyState.Active && (held.Caller.Bodies is null || (bodies is { } seen && seen.All(held.Caller.Sees))));
    }

    public void Dispose() => _reading.Dispose();

    private static HeldKey? Find(KeyText key, Keys keys) =>
        key.Is(keys.ById.TryGetValue(key.Id, out var held) ? held.Key : null) ? held : null;

    private async ValueTask<Keys> Current(TimeSpan age, CancellationToken cancellation)
    {
        if (_keys is { } keys && time.GetElapsedTime(keys.ReadAt) < age) return keys;

        await _reading.WaitAsync(cancellation);
        try
        {
            // Another one may have read them while this one waited.
            if (_keys is { } read && time.GetElapsedTime(read.ReadAt) < age) return read;

            var at = time.GetTimestamp();
            var all = await store.ReadAll(cancellation);
            return _keys = new(all.ToFrozenDictionary(key => key.Id, HeldKey.Of), at, all.Length > 0 || _keys is { AnyEver: true });
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task Until(Func<Keys, bool> isSo, CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(Freshness, time, cancellation);
            try
            {
                if (isSo(await Current(Freshness, cancellation))) return;
            }
            catch (StoreException)
            {
                // Whoever was let in stays until the store says otherwise; nobody new is let in meanwhile.
            }
        }
    }

    /// <summary>Keeps when it was used, beside the request.</summary>
    private void Note(ApiKey key, DateTimeOffset now)
    {
        var last = _used.GetOrAdd(key.Id, key.LastUsedAt ?? DateTimeOffset.MinValue);
        if (now - last >= s_usedEvery && _used.TryUpdate(key.Id, now, last)) _ = Task.Run(() => Write(key.Id, now));
    }

    private async Task Write(string keyId, DateTimeOffset at)
    {
        try
        {
            await store.Used(keyId, at);
        }
        catch (StoreException fault)
        {
            logger.LogWarning("When the key {KeyId} was used last is not kept: {Fault}", keyId, fault.Message);
        }
    }

    private sealed record Keys(FrozenDictionary<string, HeldKey> ById, long ReadAt, bool AnyEver);

    private sealed record HeldKey(ApiKey Key, Caller Caller)
    {
        public static HeldKey Of(ApiKey key) => new(
            key,
            new Caller { Name = key.Name, KeyId = key.Id, Scopes = key.Scopes, Units = key.Units, Bodies = key.Bodies, CostPerMinute = key.CostPerMinute });
    }
}

/// <summary>What became of a key that somebody showed: the caller, or why it is not taken.</summary>
internal readonly record struct KeyCheck(KeyFault Fault, Caller? Caller = null);

/// <summary>Why a key is not taken.</summary>
internal enum KeyFault
{
    None,
    Unknown,
    Expired,
    Revoked,
}
