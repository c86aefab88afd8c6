using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Execution.Completion;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Bindings;

/// <summary>A resolver that waits for its field of the schema.</summary>
internal abstract class FieldBinding(string name, Type resultType)
{
    public string Name { get; } = name;

    public Type ResultType { get; } = resultType;

    public abstract BoundField Bind(FieldDefinition definition, ValueCompletion completion);

    /// <summary>The same behind a guard.</summary>
    public abstract FieldBinding Behind(Action<FieldContext> guard);

    /// <summary>The same before a witness.</summary>
    public abstract FieldBinding Before(FieldWitness witness);
}

internal sealed class FieldBinding<TParent, TResult>(string name, Func<TParent, TResult> resolve) : FieldBinding(name, typeof(TResult))
{
    public override BoundField Bind(FieldDefinition definition, ValueCompletion completion) =>
        ((ValueCompletion<TResult>)completion).BindValue(definition, resolve);

    public override FieldBinding Behind(Action<FieldContext> guard) => InContext().Behind(guard);

    public override FieldBinding Before(FieldWitness witness) => InContext().Before(witness);

    private ContextFieldBinding<TParent, TResult> InContext() => new(Name, (parent, _) => resolve(parent));
}

internal sealed class ContextFieldBinding<TParent, TResult>(string name, Func<TParent, FieldContext, TResult> resolve)
    : FieldBinding(name, typeof(TResult))
{
    public override BoundField Bind(FieldDefinition definition, ValueCompletion completion) =>
        new ResolvedField<TParent, ContextResolver<TParent, TResult>>(definition, new(resolve, (ValueCompletion<TResult>)completion));

    public override FieldBinding Behind(Action<FieldContext> guard) => new ContextFieldBinding<TParent, TResult>(Name, (parent, context) =>
    {
        guard(context);
        return resolve(parent, context);
    });

    public override FieldBinding Before(FieldWitness witness) => new ContextFieldBinding<TParent, TResult>(Name, (parent, context) =>
    {
        TResult value;
        try
        {
            value = resolve(parent, context);
        }
        catch (Exception fault)
        {
            witness(context, null, fault);
            throw;
        }

        witness(context, value, null);
        return value;
    });
}

internal sealed class NarrowedFieldBinding<TParent, TResult>(
    string name, Func<TParent, TResult> resolveWhole, Func<TParent, FieldContext, TResult> resolve)
    : FieldBinding(name, typeof(TResult))
{
    public override BoundField Bind(FieldDefinition definition, ValueCompletion completion)
    {
        var typed = (ValueCompletion<TResult>)completion;
        return new ResolvedField<TParent, ContextResolver<TParent, TResult>>(definition, new(resolve, typed), typed.BindValue(definition, resolveWhole));
    }

    public override FieldBinding Behind(Action<FieldContext> guard) => InContext().Behind(guard);

    public override FieldBinding Before(FieldWitness witness) => InContext().Before(witness);

    private ContextFieldBinding<TParent, TResult> InContext() => new(Name, resolve);
}

internal sealed class PureFieldBinding<TParent, TResult>(string name, Func<TParent, InputObject, TResult> resolve)
    : FieldBinding(name, typeof(TResult))
{
    public override BoundField Bind(FieldDefinition definition, ValueCompletion completion) =>
        new ResolvedField<TParent, PureResolver<TParent, TResult>>(definition, new(resolve, (ValueCompletion<TResult>)completion));

    public override FieldBinding Behind(Action<FieldContext> guard) =>
        throw new NotSupportedException($"{Name} is one of introspection's fields, and they have no guards.");

    public override FieldBinding Before(FieldWitness witness) =>
        throw new NotSupportedException($"{Name} is one of introspection's fields, and they have no witnesses.");
}

internal sealed class AsyncFieldBinding<TParent, TResult>(string name, Func<TParent, FieldContext, ValueTask<TResult>> resolve)
    : FieldBinding(name, typeof(TResult))
{
    public override BoundField Bind(FieldDefinition definition, ValueCompletion completion) =>
        new ResolvedField<TParent, AsyncResolver<TParent, TResult>>(definition, new(resolve, (ValueCompletion<TResult>)completion));

    public override FieldBinding Behind(Action<FieldContext> guard) => new AsyncFieldBinding<TParent, TResult>(Name, (parent, context) =>
    {
        guard(context);
        return resolve(parent, context);
    });

    public override FieldBinding Before(FieldWitness witness) => new AsyncFieldBinding<TParent, TResult>(Name, async (parent, context) =>
    {
        TResult value;
        try
        {
            value = await resolve(parent, context);
        }
        catch (Exception fault)
        {
            witness(context, null, fault);
            throw;
        }

        witness(context, value, null);
        return value;
    });
}
