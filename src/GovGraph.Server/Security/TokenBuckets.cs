using System.Collections.Concurrent;

namespace GovGraph.Server.Security;

/// <summary>A bucket for each caller that has spent something lately. Strangers can't fill the memory with theirs.</summary>
internal sealed class TokenBuckets(TimeProvider time, int most = TokenBuckets.Most)
{
    public const int Most = 10_000;

    private readonly ConcurrentDictionary<string, TokenBucket> _buckets = new(StringComparer.Ordinal);
    private TokenBucket? _others;

    public int Count => _buckets.Count;

    /// <summary>The bucket of its own that a caller has; null where it has none.</summary>
    public TokenBucket? Find(string caller) => _buckets.GetValueOrDefault(caller);

    public TokenBucket Of(string caller, double perMinute)
    {
        if (_buckets.TryGetValue(caller, out var bucket) && bucket.PerMinute == perMinute) return bucket;
        if (_buckets.Count >= most) Forget();

        // With more callers at once than there is room for, those who come last share one.
        if (_buckets.Count >= most && bucket is null) return _others is { } shared && shared.PerMinute == perMinute ? shared : _others = new TokenBucket(perMinute, time);
        return _buckets.AddOrUpdate(caller, _ => new(perMinute, time), (_, known) => known.PerMinute == perMinute ? known : new(perMinute, time));
    }

    /// <summary>A full bucket is as good as a new one.</summary>
    private void Forget()
    {
        foreach (var (caller, bucket) in _buckets)
        {
            if (bucket.IsFull) _buckets.TryRemove(new(caller, bucket));
        }
    }
}
