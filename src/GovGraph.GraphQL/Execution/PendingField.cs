using System.Runtime.CompilerServices;
using GovGraph.GraphQL.Execution.Completion;

namespace GovGraph.GraphQL.Execution;

/// <summary>A field whose resolver has started and not finished: a hole in the response.</summary>
internal abstract class PendingField(CompiledField field, ResponsePath path, NullScope? scope, int offset) : Wave(field, path, scope)
{
    /// <summary>Where its value belongs in the buffer.</summary>
    public int Offset { get; } = offset;

    /// <summary>Whether what it belongs to has been cut off.</summary>
    public bool IsDropped { get; set; }

    public abstract void OnReady(Action<PendingField> ready);

    /// <summary>Writes the value, which is there now.</summary>
    public abstract void Complete(Execution execution);

    /// <summary>Takes note of the outcome and forgets it.</summary>
    public abstract void Discard();
}

internal sealed class PendingField<T>(
    ValueTask<T> task, ValueCompletion<T> completion, CompiledField field, ResponsePath path, NullScope? scope, int offset)
    : PendingField(field, path, scope, offset)
{
    private readonly ConfiguredValueTaskAwaitable<T>.ConfiguredValueTaskAwaiter _awaiter = task.ConfigureAwait(false).GetAwaiter();

    public override void OnReady(Action<PendingField> ready) => _awaiter.UnsafeOnCompleted(() => ready(this));

    public override void Complete(Execution execution)
    {
        var mark = execution.Writer.Position;
        try
        {
            if (completion.Complete(execution, Field!, _awaiter.GetResult())) return;
        }
        catch (Exception exception) when (execution.IsFieldFault(exception))
        {
            execution.LeaveTo(0);
            execution.Fail(Field!, exception);
        }

        if (completion.IsNonNull) execution.NullAround(this);
        else execution.WriteNullAt(mark);
    }

    public override void Discard()
    {
        try
        {
            _awaiter.GetResult();
        }
        catch (Exception)
        {
            // What it belongs to is null already, for an error that has been reported.
        }
    }
}
