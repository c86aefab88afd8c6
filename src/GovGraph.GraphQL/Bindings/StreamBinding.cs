using System.Runtime.CompilerServices;
using GovGraph.GraphQL.Execution;

namespace GovGraph.GraphQL.Bindings;

/// <summary>Where the events of a subscription field come from.</summary>
internal abstract class StreamBinding(FieldBinding field)
{
    /// <summary>The field itself: an event is its own value.</summary>
    public FieldBinding Field { get; } = field;

    public abstract IAsyncEnumerable<object> Open(FieldContext context, CancellationToken cancellationToken);
}

internal sealed class StreamBinding<TEvent>(string field, Func<FieldContext, IAsyncEnumerable<TEvent>> open)
    : StreamBinding(new FieldBinding<TEvent, TEvent>(field, static value => value))
    where TEvent : notnull
{
    public override IAsyncEnumerable<object> Open(FieldContext context, CancellationToken cancellationToken) => Box(open(context), cancellationToken);

    private static async IAsyncEnumerable<object> Box(IAsyncEnumerable<TEvent> events, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var value in events.WithCancellation(cancellationToken).ConfigureAwait(false)) yield return value;
    }
}
