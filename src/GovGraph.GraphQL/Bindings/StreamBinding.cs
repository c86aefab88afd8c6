using System.Runtime.CompilerServices;
using GovGraph.GraphQL.Execution;

namespace GovGraph.GraphQL.Bindings;

/// <summary>Where the events of a subscription field come from.</summary>
/// <param name="field">The field itself: an event is its own value.</param>
/// <param name="beforeEach">Renews what the state of the request holds for one event only.</param>
internal abstract class StreamBinding(FieldBinding field, Action<FieldContext, RequestState>? beforeEach)
{
    public FieldBinding Field { get; } = field;

    public Action<FieldContext, RequestState>? BeforeEach { get; } = beforeEach;

    /// <summary>What happens once this has returned is not missed.</summary>
    public abstract ValueTask<IAsyncEnumerable<object>> OpenAsync(FieldContext context);
}

internal sealed class StreamBinding<TEvent>(
    string field, Func<FieldContext, ValueTask<IAsyncEnumerable<TEvent>>> open, Action<FieldContext, RequestState>? beforeEach)
    : StreamBinding(new FieldBinding<TEvent, TEvent>(field, static value => value), beforeEach)
    where TEvent : notnull
{
    public override async ValueTask<IAsyncEnumerable<object>> OpenAsync(FieldContext context) => Box(await open(context).ConfigureAwait(false));

    private static async IAsyncEnumerable<object> Box(
        IAsyncEnumerable<TEvent> events, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var value in events.WithCancellation(cancellationToken).ConfigureAwait(false)) yield return value;
    }
}
