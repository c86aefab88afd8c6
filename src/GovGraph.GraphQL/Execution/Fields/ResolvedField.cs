using System.Runtime.CompilerServices;
using GovGraph.GraphQL.Execution.Completion;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Execution;

/// <summary>What all resolved fields share: an exception fails the field, and a failed field is null or fails its parent.</summary>
internal abstract class ResolvedField<TParent, TResult>(FieldDefinition definition, ValueCompletion<TResult> completion) : BoundField(definition)
{
    protected ValueCompletion<TResult> Completion { get; } = completion;

    public sealed override bool Execute(Execution execution, CompiledField field, object parent)
    {
        var writer = execution.Writer;
        writer.WriteRaw(field.EncodedName);
        var mark = writer.Position;
        var depth = execution.Depth;
        try
        {
            // The type of the parent is what its object type is bound to: checked once at start-up, not for every field.
            var typedParent = typeof(TParent).IsValueType ? (TParent)parent : Unsafe.As<object, TParent>(ref parent);
            if (Resolve(execution, field, typedParent)) return true;
        }
        catch (Exception exception) when (execution.IsFieldFault(exception))
        {
            execution.LeaveTo(depth);
            execution.Fail(field, exception);
        }

        if (Completion.IsNonNull) return false;
        execution.WriteNullAt(mark);
        return true;
    }

    /// <summary>Resolves and completes the value. False when it failed.</summary>
    protected abstract bool Resolve(Execution execution, CompiledField field, TParent parent);
}

/// <summary>A field that takes nothing but its parent.</summary>
internal sealed class ValueField<TParent, TResult>(
    FieldDefinition definition, Func<TParent, TResult> resolve, ValueCompletion<TResult> completion)
    : ResolvedField<TParent, TResult>(definition, completion)
{
    protected override bool Resolve(Execution execution, CompiledField field, TParent parent)
    {
        // Arguments that nobody reads must be right all the same.
        if (field.HasVariables) field.Arguments(execution);
        return Completion.Complete(execution, field, resolve(parent));
    }
}

/// <summary>A field that takes arguments.</summary>
internal sealed class ContextField<TParent, TResult>(
    FieldDefinition definition, Func<TParent, FieldContext, TResult> resolve, ValueCompletion<TResult> completion)
    : ResolvedField<TParent, TResult>(definition, completion)
{
    protected override bool Resolve(Execution execution, CompiledField field, TParent parent)
    {
        var context = new FieldContext(execution, field, field.Arguments(execution), path: null);
        return Completion.Complete(execution, field, resolve(parent, context));
    }
}

/// <summary>A field that may have to wait.</summary>
internal sealed class AsyncField<TParent, TResult>(
    FieldDefinition definition, Func<TParent, FieldContext, ValueTask<TResult>> resolve, ValueCompletion<TResult> completion)
    : ResolvedField<TParent, TResult>(definition, completion)
{
    protected override bool Resolve(Execution execution, CompiledField field, TParent parent)
    {
        // The path is taken now: when the resolver goes on after waiting, the execution is elsewhere.
        var context = new FieldContext(execution, field, field.Arguments(execution), execution.PathTo(field));
        var task = resolve(parent, context);
        if (task.IsCompleted) return Completion.Complete(execution, field, task.GetAwaiter().GetResult());

        execution.Defer(task, Completion, field);
        return true;
    }
}
