using System.Collections.Concurrent;
using GovGraph.Api.Access;
using GovGraph.Storage.Audit;

namespace GovGraph.Server.Security;

/// <summary>Tells the audit trail of requests that were turned away whole: the first of a caller at once, the others of the same minute as one number.</summary>
internal sealed class Refusals : IDisposable
{
    private const int MostCallers = 4096;
    private static readonly TimeSpan s_folded = TimeSpan.FromMinutes(1);

    private readonly AuditTrail _trail;
    private readonly TimeProvider _time;
    private readonly ITimer _telling;
    private ConcurrentDictionary<(int Status, string? From, string? KeyId), Count> _counts = [];

    public Refusals(AuditTrail trail, TimeProvider time)
    {
        (_trail, _time) = (trail, time);
        _telling = time.CreateTimer(_ => Tell(), null, s_folded, s_folded);
    }

    public void Add(HttpContext http, int status)
    {
        var (caller, from) = (http.Features.Get<Caller>(), RemoteAddress.Of(http));

        // Callers without number are counted together.
        var (counts, key) = (_counts, (status, from, caller?.KeyId));
        if (counts.Count >= MostCallers && !counts.ContainsKey(key)) key = (status, null, null);
        if (counts.GetOrAdd(key, _ => new(caller?.Name)).Next() == 1) Append(key, caller?.Name, 1);
    }

    public void Dispose()
    {
        _telling.Dispose();
        Tell();
    }

    private void Tell()
    {
        foreach (var (key, count) in Interlocked.Exchange(ref _counts, []))
        {
            if (count.Value > 1) Append(key, count.Who, count.Value - 1);
        }
    }

    private void Append((int Status, string? From, string? KeyId) key, string? who, int times) => _trail.Append(new AuditRecord(_time.GetUtcNow(), AuditOutcome.Refused)
    {
        Who = who,
        KeyId = key.KeyId,
        From = key.From,
        Status = key.Status,
        Times = times,
    });

    private sealed class Count(string? who)
    {
        private int _value;

        public string? Who => who;

        public int Value => Volatile.Read(ref _value);

        public int Next() => Interlocked.Increment(ref _value);
    }
}
