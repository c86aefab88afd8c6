namespace GovGraph.Server.Security;

/// <summary>So many tokens a minute, a minute's worth at most: what is left is there for a rush.</summary>
/// <seealso href="https://en.wikipedia.org/wiki/Token_bucket"/>
internal sealed class TokenBucket(double perMinute, TimeProvider time)
{
    private readonly Lock _lock = new();
    private double _left = perMinute;
    private long _at = time.GetTimestamp();

    public double PerMinute { get; } = perMinute;

    /// <summary>Whether it is as good as a new one.</summary>
    public bool IsFull
    {
        get
        {
            lock (_lock)
            {
                Refill();
                return _left >= PerMinute;
            }
        }
    }

    /// <summary>Takes tokens, or tells when there will be enough. What costs more than a minute's worth is taken from a full bucket and paid back.</summary>
    public TimeSpan? Take(double tokens)
    {
        lock (_lock)
        {
            Refill();
            var needed = Math.Min(tokens, PerMinute);
            if (_left < needed) return TimeSpan.FromMinutes((needed - _left) / PerMinute);

            _left -= tokens;
            return null;
        }
    }

    /// <summary>When there will be one token; null where there is.</summary>
    public TimeSpan? Empty()
    {
        lock (_lock)
        {
            Refill();
            return _left >= 1 ? null : TimeSpan.FromMinutes((1 - _left) / PerMinute);
        }
    }

    private void Refill()
    {
        var now = time.GetTimestamp();
        _left = Math.Min(PerMinute, _left + (PerMinute * time.GetElapsedTime(_at, now).TotalMinutes));
        _at = now;
    }
}
