using System.Collections.Concurrent;
using System.Diagnostics;

namespace GovGraph.Server.Tests.Load;

/// <summary>64 clients at once, while lines are cut and the server is killed at even parts of the run.</summary>
internal sealed class LoadRun(LoadSettings settings, MortalServer server, LineCutter lines, LoadTargets targets)
{
    private readonly ConcurrentDictionary<string, (Mutation Change, Outcome Outcome)> _outcomes = new();
    private readonly ConcurrentDictionary<string, int> _faults = new();
    private readonly Stopwatch _clock = new();
    private readonly Lock _gate = new();
    private Task _killing = Task.CompletedTask;
    private int _killed;
    private int _retries;

    public LoadSettings Settings => settings;

    public MortalServer Server => server;

    /// <summary>Where clients ask, at the other end of the lines.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{lines.Port}/graphql");

    public LoadTargets Targets => targets;

    public IReadOnlyCollection<(Mutation Change, Outcome Outcome)> Outcomes => [.. _outcomes.Values];

    public async Task Send(CancellationToken cancellation)
    {
        _clock.Start();
        lines.IsCutting = true;
        await Task.WhenAll(Enumerable.Range(0, LoadSettings.Clients).Select(number => new LoadClient(number, this).Send(cancellation)));
        lines.IsCutting = false;
        await _killing;
    }

    /// <summary>Whether a client sends one more after so many.</summary>
    public bool GoesOn(int sent) => settings.Duration is { } duration ? _clock.Elapsed < duration : sent < settings.ChangesEach;

    public void Note(Mutation change, Outcome outcome)
    {
        _outcomes[change.Key] = (change, outcome);
        var part = settings.Duration is { } duration ? _clock.Elapsed / duration : (double)_outcomes.Count / (LoadSettings.Clients * settings.ChangesEach);
        lock (_gate)
        {
            if (_killed < settings.Kills && part * (settings.Kills + 1) >= _killed + 1 && _killing.IsCompleted)
            {
                _killed++;
                _killing = server.KillAndStart();
            }
        }
    }

    public void NoteRetry() => Interlocked.Increment(ref _retries);

    public void NoteFault(string answer) => _faults.AddOrUpdate(answer.Length > 200 ? answer[..200] : answer, 1, (_, count) => count + 1);

    public override string ToString() =>
        $"{_outcomes.Count} changes in {_clock.Elapsed.TotalSeconds:f1} s: {Count(outcome => outcome.IsDone)} done, {Count(outcome => outcome.Code is not null)} refused, {Count(outcome => !outcome.IsKnown)} unknown; "
        + $"{_retries} retries, {lines.Cuts} lines cut, {server.Kills} kills; "
        + string.Join(", ", _outcomes.Values.GroupBy(item => $"{item.Change.Name} {item.Outcome.Code ?? (item.Outcome.IsDone ? "done" : "unknown")}").OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Count()}"))
        + string.Concat(_faults.Select(fault => $"\n{fault.Value} x {fault.Key}"));

    private int Count(Func<Outcome, bool> isIt) => _outcomes.Values.Count(item => isIt(item.Outcome));
}
