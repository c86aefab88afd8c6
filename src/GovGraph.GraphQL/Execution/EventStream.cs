using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Diagnostics;
using GovGraph.GraphQL.Errors;

namespace GovGraph.GraphQL.Execution;

/// <summary>A subscription: its operation executed for every event of its source.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Subscription"/>
internal sealed class EventStream(PreparedRequest prepared, GraphQLRequest request, ExecutionOptions options, WrittenValues written)
{
    private readonly CompiledSelectionSet _selectionSet = prepared.Selections.Root;

    /// <summary>MapSourceToResponseEvent. A source that can't be opened, or breaks, ends with a response that says why.</summary>
    public async IAsyncEnumerable<GraphQLResponse> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The source may stay open for days: only its events are given a time.
        using var opening = new Execution(prepared, request.State, options with { Timeout = Timeout.InfiniteTimeSpan }, WrittenValues.None, cancellationToken);
        if (!TryOpen(opening, cancellationToken, out var events))
        {
            yield return WhyNot(opening);
            yield break;
        }

        await using (events.ConfigureAwait(false))
        {
            while (true)
            {
                var (hasEvent, isBroken) = await MoveNextAsync(events, opening).ConfigureAwait(false);
                if (isBroken) yield return WhyNot(opening);
                if (!hasEvent) yield break;

                yield return options.Diagnostics is { IsObserved: true } diagnostics
                    ? await ExecuteObservedAsync(diagnostics, events.Current, cancellationToken).ConfigureAwait(false)
                    : await ExecuteAsync(events.Current, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private GraphQLResponse WhyNot(Execution opening)
    {
        var response = opening.Refuse();
        foreach (var error in response.Errors) options.Diagnostics?.Count(error);
        return response;
    }

    /// <summary>ExecuteSubscriptionEvent</summary>
    private ValueTask<GraphQLResponse> ExecuteAsync(object happened, CancellationToken cancellationToken) =>
        new Execution(prepared, request.State, options, written, cancellationToken).RunAsync(_selectionSet, happened);

    private async ValueTask<GraphQLResponse> ExecuteObservedAsync(EngineDiagnostics diagnostics, object happened, CancellationToken cancellationToken)
    {
        using var observed = diagnostics.Observe(request, "subscription_event");
        observed.Found(prepared.Operation.Definition);
        var response = await ExecuteAsync(happened, cancellationToken).ConfigureAwait(false);
        observed.Answered(response);
        return response;
    }

    /// <summary>CreateSourceEventStream</summary>
    private bool TryOpen(Execution opening, CancellationToken cancellationToken, [NotNullWhen(true)] out IAsyncEnumerator<object>? events)
    {
        events = null;
        if (_selectionSet.Fields is not [var field, ..])
        {
            opening.ReportError(new GraphQLError("The subscription selects no field.") { Locations = [prepared.Operation.Definition.Location] });
            return false;
        }

        try
        {
            var stream = prepared.Operation.Schema.Streams.GetValueOrDefault(field.Definition.Name)
                ?? throw new InvalidOperationException($"{field.Coordinate} has no source of events.");
            var context = new FieldContext(opening, field, field.Arguments(opening), opening.PathTo(field));
            events = stream.Open(context, cancellationToken).GetAsyncEnumerator(cancellationToken);
            return true;
        }
        catch (Exception exception) when (opening.IsFieldFault(exception))
        {
            opening.Fail(field, exception);
            return false;
        }
    }

    private async ValueTask<(bool HasEvent, bool IsBroken)> MoveNextAsync(IAsyncEnumerator<object> events, Execution opening)
    {
        try
        {
            return (await events.MoveNextAsync().ConfigureAwait(false), false);
        }
        catch (Exception exception) when (opening.IsFieldFault(exception))
        {
            opening.Fail(_selectionSet.Fields[0], exception);
            return (false, true);
        }
    }
}
