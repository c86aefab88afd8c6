namespace GovGraph.Testing;

/// <summary>A clock that stands still until a test moves it. Timers that are due fire before <see cref="Advance"/> returns.</summary>
public sealed class ManualTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private TaskCompletionSource _timerStarted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Completes once a timer is set that will fire within the time given.</summary>
    public async Task UntilTimerWithinAsync(TimeSpan delay)
    {
        while (true)
        {
            Task started;
            lock (_lock)
            {
                if (_timers.Any(timer => timer.Due <= _now + delay)) return;
                started = _timerStarted.Task;
            }

            await started.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    public void Advance(TimeSpan delay)
    {
        ManualTimer[] due;
        lock (_lock)
        {
            _now += delay;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            foreach (var timer in due) timer.Next(_now);
        }

        foreach (var timer in due) timer.Fire();
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                _period = period;
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = time._now + dueTime;
                time._timers.Add(this);
                time._timerStarted.TrySetResult();
                time._timerStarted = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return true;
        }

        public void Next(DateTimeOffset now)
        {
            if (_period > TimeSpan.Zero) Due = now + _period;
            else time._timers.Remove(this);
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (time._lock) time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
