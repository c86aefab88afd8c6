using System.Runtime.CompilerServices;
using GovGraph.GraphQL.Execution.Completion;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Execution;

/// <summary>How the value of a field is got and written. A struct, so that the field that holds it is compiled for it.</summary>
internal interface IFieldResolver<TParent>
{
    /// <summary>Whether it knows nothing but the parent and the arguments.</summary>
    static abstract bool IsPure { get; }

    static virtual bool MayWait => false;

    bool IsNonNull { get; }

    /// <summary>Resolves and completes the value. False when it failed.</summary>
    bool Resolve(Execution execution, CompiledField field, TParent parent);
}

/// <summary>What all resolved fields share: an exception fails the field, and a failed field is null or fails its parent.</summary>
internal sealed class ResolvedField<TParent, TResolver>(FieldDefinition definition, TResolver resolver, BoundField? whole = null) : BoundField(definition)
    where TResolver : struct, IFieldResolver<TParent>
{
    private readonly TResolver _resolver = resolver;

    public override bool IsPure => TResolver.IsPure;

    public override bool MayWait => TResolver.MayWait;

    public override BoundField Whole => whole ?? this;

    public override bool Execute(Execution execution, CompiledField field, object parent)
    {
        var writer = execution.Writer;
        writer.WriteRaw(field.EncodedName);
        var mark = writer.Position;
        var depth = execution.Depth;
        try
        {
            // The type of the parent is what its object type is bound to: checked once at start-up, not for every field.
            var typedParent = typeof(TParent).IsValueType ? (TParent)parent : Unsafe.As<object, TParent>(ref parent);
            if (_resolver.Resolve(execution, field, typedParent)) return true;
        }
        catch (Exception exception) when (execution.IsFieldFault(exception))
        {
            execution.LeaveTo(depth);
            execution.Fail(field, exception);
        }

        if (_resolver.IsNonNull) return false;
        execution.WriteNullAt(mark);
        return true;
    }
}

/// <summary>A field that takes nothing but its parent.</summary>
internal readonly struct ValueResolver<TParent, TResult>(Func<TParent, TResult> resolve, ValueCompletion<TResult> completion)
    : IFieldResolver<TParent>
{
    public static bool IsPure => true;

    public bool IsNonNull => completion.IsNonNull;

    public bool Resolve(Execution execution, CompiledField field, TParent parent)
    {
        // Arguments that nobody reads must be right all the same.
        if (field.HasVariables) field.Arguments(execution);
        return completion.Complete(execution, field, resolve(parent));
    }
}

/// <summary>The same for a scalar that is known when the program is compiled: the most frequent fields by far.</summary>
internal readonly struct LeafResolver<TParent, TResult, TLeaf>(Func<TParent, TResult> resolve, LeafCompletion<TResult, TLeaf> completion)
    : IFieldResolver<TParent>
    where TLeaf : struct, ILeaf<TResult>
{
    public static bool IsPure => true;

    public bool IsNonNull => completion.IsNonNull;

    public bool Resolve(Execution execution, CompiledField field, TParent parent)
    {
        if (field.HasVariables) field.Arguments(execution);
        var value = resolve(parent);
        return value is not null && TLeaf.TryWrite(execution.Writer, value, out _) || completion.Complete(execution, field, value);
    }
}

/// <summary>A field that depends on its arguments too, and on nothing else.</summary>
internal readonly struct PureResolver<TParent, TResult>(Func<TParent, InputObject, TResult> resolve, ValueCompletion<TResult> completion)
    : IFieldResolver<TParent>
{
    public static bool IsPure => true;

    public bool IsNonNull => completion.IsNonNull;

    public bool Resolve(Execution execution, CompiledField field, TParent parent) =>
        completion.Complete(execution, field, resolve(parent, field.Arguments(execution)));
}

/// <summary>A field that may ask anything of its request.</summary>
internal readonly struct ContextResolver<TParent, TResult>(Func<TParent, FieldContext, TResult> resolve, ValueCompletion<TResult> completion)
    : IFieldResolver<TParent>
{
    public static bool IsPure => false;

    public bool IsNonNull => completion.IsNonNull;

    public bool Resolve(Execution execution, CompiledField field, TParent parent)
    {
        var context = new FieldContext(execution, field, field.Arguments(execution), path: null);
        return completion.Complete(execution, field, resolve(parent, context));
    }
}

/// <summary>A field that may have to wait.</summary>
internal readonly struct AsyncResolver<TParent, TResult>(
    Func<TParent, FieldContext, ValueTask<TResult>> resolve, ValueCompletion<TResult> completion)
    : IFieldResolver<TParent>
{
    public static bool IsPure => false;

    public static bool MayWait => true;

    public bool IsNonNull => completion.IsNonNull;

    public bool Resolve(Execution execution, CompiledField field, TParent parent)
    {
        // The path is taken now: when the resolver goes on after waiting, the execution is elsewhere.
        var context = new FieldContext(execution, field, field.Arguments(execution), execution.PathTo(field));
        var task = resolve(parent, context);
        if (task.IsCompleted) return completion.Complete(execution, field, task.GetAwaiter().GetResult());

        execution.Defer(task, completion, field);
        return true;
    }
}
