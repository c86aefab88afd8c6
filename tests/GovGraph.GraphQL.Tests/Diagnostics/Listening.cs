using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using GovGraph.GraphQL.Diagnostics;

namespace GovGraph.GraphQL.Tests.Diagnostics;

/// <summary>Hears all that one engine tells, and nothing of the engines of other tests.</summary>
internal sealed class Listening : IDisposable
{
    private readonly ActivityListener _spans;
    private readonly MeterListener _measurements = new();
    private readonly ConcurrentQueue<Activity> _ended = [];
    private readonly ConcurrentQueue<string> _measured = [];

    public Listening()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = source => source == Diagnostics.Source,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_spans);
        _measurements.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter == Diagnostics.Meter) listener.EnableMeasurementEvents(instrument);
        };
        _measurements.SetMeasurementEventCallback<double>((instrument, seconds, tags, _) => Hear(instrument, seconds >= 0 ? "time" : "negative", tags));
        _measurements.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value.ToString(CultureInfo.InvariantCulture), tags));
        _measurements.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Hear(instrument, value.ToString(CultureInfo.InvariantCulture), tags));
        _measurements.Start();
    }

    public EngineDiagnostics Diagnostics { get; } = new();

    /// <summary>What was measured, in order: name, value (times as "time"), tags.</summary>
    public IEnumerable<string> Measured => _measured;

    public IReadOnlyCollection<Activity> Spans => _ended;

    /// <summary>The spans as a tree in the order of their ends, children before parents and further in.</summary>
    public string Tree() => string.Join('\n', _ended.Select(span => new string(' ', 2 * Depth(span)) + Told(span)));

    /// <summary>Everything that was told, to look for what must not be in it.</summary>
    public string All() => Tree() + string.Join('\n', Measured);

    /// <summary>What the instruments say that are asked, not told.</summary>
    public IReadOnlyList<string> Observe()
    {
        _measured.Clear();
        _measurements.RecordObservableInstruments();
        return [.. _measured];
    }

    public void Dispose()
    {
        _spans.Dispose();
        _measurements.Dispose();
        Diagnostics.Dispose();
    }

    private static int Depth(Activity span) => span.Parent is { } parent ? Depth(parent) + 1 : 0;

    private static string Told(Activity span)
    {
        var told = $"{span.DisplayName}{(span.Status == ActivityStatusCode.Error ? " failed" : "")}{Told(span.TagObjects)}";
        return string.Join('\n', span.Events.Select(happened => $"{happened.Name}{Told(happened.Tags)}").Prepend(told));
    }

    private static string Told(IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Concat(tags.Where(tag => tag.Key is not "graphql.document.hash" and not "graphql.error.id").Select(tag => FormattableString.Invariant($" {tag.Key}={tag.Value}")));

    private void Hear(Instrument instrument, string value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue($"{instrument.Name} {value}{Told(tags.ToArray())}");
}
