using System.Runtime.CompilerServices;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Diagnostics;
using GovGraph.GraphQL.Errors;

namespace GovGraph.GraphQL.Execution;

/// <summary>A subscription: its operation executed for every event of its source.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Subscription"/>
internal sealed class EventStream : IDisposable
{
    private readonly PreparedRequest _prepared;
    private readonly GraphQLRequest _request;
    private readonly ExecutionOptions _options;
    private readonly WrittenValues _written;
    private readonly Execution _opening;
    private readonly CompiledSelectionSet _selectionSet;
    private StreamBinding? _binding;
    private FieldContext _context;
    private IAsyncEnumerable<object>? _source;

    public EventStream(PreparedRequest prepared, GraphQLRequest request, ExecutionOptions options, WrittenValues written, CancellationToken cancellationToken)
    {
        (_prepared, _request, _options, _written) = (prepared, request, options, written);
        _selectionSet = prepared.Selections.Root;

        // The source may stay open for days: only its events are given a time.
        _opening = new Execution(prepared, request.State, options with { Timeout = Timeout.InfiniteTimeSpan }, WrittenValues.None, cancellationToken);
    }

    /// <summary>CreateSourceEventStream. Where it can't be opened, the only response says why.</summary>
    public async ValueTask OpenAsync()
    {
        if (_selectionSet.Fields is not [var field, ..])
        {
            _opening.ReportError(new GraphQLError("The subscription selects no field.") { Locations = [_prepared.Operation.Definition.Location] });
            return;
        }

        try
        {
            _binding = _prepared.Operation.Schema.Streams.GetValueOrDefault(field.Definition.Name)
                ?? throw new InvalidOperationException($"{field.Coordinate} has no source of events.");
            _context = new FieldContext(_opening, field, field.Arguments(_opening), _opening.PathTo(field));
            _source = await _binding.OpenAsync(_context).ConfigureAwait(false);
        }
        catch (Exception exception) when (_opening.IsFieldFault(exception))
        {
            _opening.Fail(field, exception);
        }
    }

    /// <summary>MapSourceToResponseEvent. A source that could not be opened, or breaks, ends with a response that says why.</summary>
    public async IAsyncEnumerable<GraphQLResponse> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_source is null)
        {
            yield return WhyNot();
            yield break;
        }

        var events = _source.GetAsyncEnumerator(cancellationToken);
        await using (events.ConfigureAwait(false))
        {
            while (true)
            {
                var (hasEvent, isBroken) = await MoveNextAsync(events).ConfigureAwait(false);
                if (isBroken) yield return WhyNot();
                if (!hasEvent) yield break;

                // Who follows on behind the last event that came misses none.
                if (Budget.Take(_request, _prepared.Cost) is { } refusal)
                {
                    foreach (var error in refusal.Errors) _options.Diagnostics?.Count(error);
                    yield return refusal;
                    yield break;
                }

                _binding!.BeforeEach?.Invoke(_context, _request.State);
                yield return _options.Diagnostics is { IsObserved: true } diagnostics
                    ? await ExecuteObservedAsync(diagnostics, events.Current, cancellationToken).ConfigureAwait(false)
                    : await ExecuteAsync(events.Current, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public void Dispose() => _opening.Dispose();

    private GraphQLResponse WhyNot()
    {
        var response = _opening.Refuse();
        foreach (var error in response.Errors) _options.Diagnostics?.Count(error);
        return response;
    }

    /// <summary>ExecuteSubscriptionEvent</summary>
    private ValueTask<GraphQLResponse> ExecuteAsync(object happened, CancellationToken cancellationToken) =>
        new Execution(_prepared, _request.State, _options, _written, cancellationToken).RunAsync(_selectionSet, happened);

    private async ValueTask<GraphQLResponse> ExecuteObservedAsync(EngineDiagnostics diagnostics, object happened, CancellationToken cancellationToken)
    {
        using var observed = diagnostics.Observe(_request, "subscription_event");
        observed.Found(_prepared.Operation.Definition);
        var response = await ExecuteAsync(happened, cancellationToken).ConfigureAwait(false);
        observed.Answered(response);
        return response;
    }

    private async ValueTask<(bool HasEvent, bool IsBroken)> MoveNextAsync(IAsyncEnumerator<object> events)
    {
        try
        {
            return (await events.MoveNextAsync().ConfigureAwait(false), false);
        }
        catch (Exception exception) when (_opening.IsFieldFault(exception))
        {
            _opening.Fail(_selectionSet.Fields[0], exception);
            return (false, true);
        }
    }
}
