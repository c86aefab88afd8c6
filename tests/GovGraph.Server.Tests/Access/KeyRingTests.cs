using System.Collections.Immutable;
using GovGraph.Server.Access;
using GovGraph.Storage;
using GovGraph.Storage.Access;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace GovGraph.Server.Tests.Access;

public sealed class KeyRingTests : IDisposable
{
    private readonly HeldKeys _keys = new();
    private readonly MovedTime _time = new();
    private readonly KeyRing _ring;

    public KeyRingTests() => _ring = new KeyRing(_keys, _time, NullLogger<KeyRing>.Instance);

    [Fact]
    public async Task A_key_gives_its_caller()
    {
        var text = _keys.Make("an", key => key with { Scopes = [Scope.Read, Scope.StatusWrite], Units = ["a/b"], Bodies = ["a"] });

        var caller = (await Check(text)).Caller!;

        Assert.Equal(("an", _keys.Keys[0].Id), (caller.Name, caller.KeyId));
        Assert.Equal([Scope.Read, Scope.StatusWrite], caller.Scopes);
        Assert.Equal(["a/b"], caller.Units);
        Assert.Equal(["a"], caller.Bodies!.Value);
    }

    [Fact]
    public async Task A_revocation_is_known_after_two_seconds()
    {
        var text = _keys.Make("an");
        await Check(text);
        _keys.Revoke("an");

        _time.Move(TimeSpan.FromSeconds(1.9));
        Assert.Equal(KeyFault.None, (await Check(text)).Fault);
        _time.Move(TimeSpan.FromSeconds(0.1));
        Assert.Equal(KeyFault.Revoked, (await Check(text)).Fault);
    }

    [Fact]
    public async Task A_key_expires_at_its_moment_whenever_it_was_read()
    {
        var text = _keys.Make("an", key => key with { ExpiresAt = _time.GetUtcNow().AddSeconds(1) });

        Assert.Equal(KeyFault.None, (await Check(text)).Fault);
        _time.Move(TimeSpan.FromSeconds(1));
        Assert.Equal(KeyFault.Expired, (await Check(text)).Fault);
    }

    [Fact]
    public async Task A_new_key_is_taken_at_once_but_a_guess_reads_no_more_than_four_times_a_second()
    {
        _keys.Make("an");
        await _ring.HasKeys(TestContext.Current.CancellationToken);
        var text = _keys.Make("bình");
        _time.Move(TimeSpan.FromMilliseconds(250));
        Assert.Equal(KeyFault.None, (await Check(text)).Fault);

        var reads = _keys.Reads;
        for (var i = 0; i < 100; i++) Assert.Equal(KeyFault.Unknown, (await Check(KeyText.New().Reveal())).Fault);
        Assert.Equal(reads, _keys.Reads);
    }

    [Fact]
    public async Task A_wrong_secret_is_looked_for_as_long_as_an_unknown_key()
    {
        var right = _keys.Make("an");
        await Check(right);
        var (unknown, wrong) = (KeyText.New().Reveal(), right[..^1] + (right[^1] == '0' ? '1' : '0'));

        foreach (var text in (string[])[unknown, wrong])
        {
            _time.Move(TimeSpan.FromMilliseconds(250));
            var reads = _keys.Reads;
            Assert.Equal(KeyFault.Unknown, (await Check(text)).Fault);
            Assert.Equal(reads + 1, _keys.Reads);
        }
    }

    [Fact]
    public async Task Once_there_was_a_key_there_is_no_way_back()
    {
        Assert.False(await _ring.HasKeys(TestContext.Current.CancellationToken));
        _keys.Make("an");
        _time.Move(TimeSpan.FromMilliseconds(250));
        Assert.True(await _ring.HasKeys(TestContext.Current.CancellationToken));

        _keys.Keys = [];
        _time.Move(TimeSpan.FromHours(1));
        Assert.True(await _ring.HasKeys(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_can_not_be_read_lets_nobody_in()
    {
        var text = _keys.Make("an");
        await Check(text);
        _keys.IsBroken = true;
        _time.Move(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<StoreException>(() => Check(text));
    }

    [Theory]
    [InlineData(true, null, null)]
    [InlineData(true, null, "a")]
    [InlineData(true, "a", "a")]
    [InlineData(true, "a b", "a")]
    [InlineData(false, "a", null)]
    [InlineData(false, "a", "a b")]
    [InlineData(false, "b", "a")]
    public async Task A_name_has_a_key_while_one_of_it_sees_as_much(bool has, string? seen, string? wanted)
    {
        _keys.Make("an", key => key with { Bodies = Bodies(seen) });

        Assert.Equal(has, await Has("an", wanted));
        Assert.False(await Has("bình", wanted));

        static ImmutableArray<string>? Bodies(string? names) => names is null ? null : [.. names.Split(' ')];
        ValueTask<bool> Has(string name, string? bodies) => _ring.Has(name, Bodies(bodies), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_name_has_a_key_until_the_last_of_it_has_expired_or_was_revoked()
    {
        var cancellation = TestContext.Current.CancellationToken;
        _keys.Make("an", key => key with { ExpiresAt = _time.GetUtcNow().AddSeconds(10) });
        _keys.Make("an", key => key with { ExpiresAt = _time.GetUtcNow().AddSeconds(20) });

        _time.Move(TimeSpan.FromSeconds(19));
        Assert.True(await _ring.Has("an", null, cancellation));
        _time.Move(TimeSpan.FromSeconds(1));
        Assert.False(await _ring.Has("an", null, cancellation));

        _keys.Make("an");
        _time.Move(TimeSpan.FromSeconds(2));
        Assert.True(await _ring.Has("an", null, cancellation));
        _keys.Revoke("an");
        _time.Move(TimeSpan.FromSeconds(2));
        Assert.False(await _ring.Has("an", null, cancellation));
    }

    [Fact]
    public async Task Use_is_noted_once_a_minute()
    {
        var text = _keys.Make("an", key => key with { LastUsedAt = _time.GetUtcNow().AddSeconds(-30) });
        var start = _time.GetUtcNow();
        await Check(text);
        _time.Move(TimeSpan.FromSeconds(30));
        await Check(text);
        await Check(text);
        _time.Move(TimeSpan.FromSeconds(59));
        await Check(text);

        await _keys.Noted.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal([start.AddSeconds(30)], _keys.Uses);
    }

    [Fact]
    public async Task Whoever_waits_for_the_end_of_a_key_is_told_of_its_revocation()
    {
        using var ring = new KeyRing(_keys, new HastyTime(), NullLogger<KeyRing>.Instance);
        _keys.Make("an");
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var lost = ring.Lost(_keys.Keys[0].Id, over.Token);
        Assert.False(lost.IsCompleted);

        _keys.Revoke("an");

        await lost;
    }

    [Fact]
    public async Task Whoever_waits_for_the_end_of_a_key_is_told_that_it_has_expired()
    {
        using var ring = new KeyRing(_keys, new HastyTime(), NullLogger<KeyRing>.Instance);
        _keys.Make("an", key => key with { ExpiresAt = TimeProvider.System.GetUtcNow().AddMilliseconds(200) });
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(20));

        await ring.Lost(_keys.Keys[0].Id, over.Token);
    }

    [Fact]
    public async Task Whoever_was_let_in_without_a_key_waits_for_the_first_one()
    {
        using var ring = new KeyRing(_keys, new HastyTime(), NullLogger<KeyRing>.Instance);
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var first = ring.First(over.Token);
        Assert.False(first.IsCompleted);

        _keys.Make("an");

        await first;
    }

    public void Dispose() => _ring.Dispose();

    private Task<KeyCheck> Check(string text) => _ring.Check(text, TestContext.Current.CancellationToken).AsTask();

    private sealed class MovedTime : TimeProvider
    {
        private TimeSpan _since;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Move(TimeSpan by) => _since += by;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + _since;

        public override long GetTimestamp() => _since.Ticks;
    }

    /// <summary>Seconds pass in a hundredth of the time.</summary>
    private sealed class HastyTime : TimeProvider
    {
        public override long GetTimestamp() => System.GetTimestamp() * 100;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, dueTime / 100, period);
    }
}
