using System.Diagnostics;
using System.Diagnostics.Metrics;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport;

namespace GovGraph.GraphQL.Diagnostics;

/// <summary>What the engine tells of its work to whoever listens (docs/operations.md). While nobody does, requests go as if it were not there.</summary>
public sealed class EngineDiagnostics : IDisposable
{
    /// <summary>The name of the source of spans and of the meter.</summary>
    public const string Name = "GovGraph.GraphQL";

    // From what a cached answer takes to what times out.
    private static readonly InstrumentAdvice<double> s_durations = new()
    {
        HistogramBucketBoundaries = [0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    };

    private readonly Histogram<double> _duration;
    private readonly Counter<long> _errors;
    private int _openSubscriptions;

    public EngineDiagnostics()
    {
        _duration = Meter.CreateHistogram("graphql.request.duration", "s", "How long operations and events of subscriptions took.", tags: null, s_durations);
        _errors = Meter.CreateCounter<long>("graphql.errors", "{error}", "Errors in answers, by code.");
        Meter.CreateObservableUpDownCounter("graphql.subscriptions.open", () => Volatile.Read(ref _openSubscriptions), "{subscription}", "Subscriptions that wait for events.");
    }

    public void Dispose()
    {
        Source.Dispose();
        Meter.Dispose();
    }

    internal ActivitySource Source { get; } = new(Name);

    internal Meter Meter { get; } = new(Name);

    internal bool IsTraced => Source.HasListeners();

    internal bool IsObserved => _duration.Enabled || _errors.Enabled || IsTraced;

    internal Activity? StartSpan(string name) => Source.StartActivity(name);

    internal ObservedOperation Observe(GraphQLRequest request, string processingType) => new(this, request, processingType, StartSpan(Spans.Operation));

    /// <summary>Tells how often compiled operations were found kept.</summary>
    internal void Watch(OperationCache operations) => Meter.CreateObservableCounter(
        "graphql.operation_cache.lookups",
        () => (Measurement<long>[])
        [
            new(operations.Hits, new KeyValuePair<string, object?>(Tags.CacheResult, "hit")),
            new(operations.Misses, new KeyValuePair<string, object?>(Tags.CacheResult, "miss")),
        ],
        "{lookup}",
        "Look-ups of compiled operations.");

    /// <summary>Tells how many operations are executed, and how many wait to be.</summary>
    internal void Watch(ExecutionGate gate)
    {
        Meter.CreateObservableUpDownCounter("graphql.executions.active", () => gate.Active, "{operation}", "Operations being executed.");
        Meter.CreateObservableUpDownCounter("graphql.executions.waiting", () => gate.Waiting, "{operation}", "Operations that wait for their turn.");
    }

    /// <summary>Counts a subscription as open until what is given is disposed of.</summary>
    internal IDisposable OpenSubscription()
    {
        Interlocked.Increment(ref _openSubscriptions);
        return new OpenedSubscription(this);
    }

    internal void Record(TimeSpan elapsed, in TagList tags) => _duration.Record(elapsed.TotalSeconds, tags);

    internal void Count(GraphQLError error) => _errors.Add(1, new KeyValuePair<string, object?>(Tags.ErrorCode, CodeOf(error)));

    /// <summary>Codes and rules are words of the engine and its resolvers: a caller can't make up new ones.</summary>
    internal static string CodeOf(GraphQLError error) => error.Code ?? error.Rule ?? "none";

    private sealed class OpenedSubscription(EngineDiagnostics diagnostics) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref diagnostics._openSubscriptions);
    }
}
