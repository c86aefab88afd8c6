using GovGraph.GraphQL.Execution;

namespace GovGraph.GraphQL.Bindings;

/// <summary>The CLR type and the resolvers of an object type.</summary>
public abstract class TypeBinding
{
    private protected TypeBinding(string name, Type clrType) => (Name, ClrType) = (name, clrType);

    internal string Name { get; }

    internal Type ClrType { get; }

    internal Dictionary<string, FieldBinding> Fields { get; } = [];

    private protected void Add(FieldBinding field)
    {
        if (!Fields.TryAdd(field.Name, field)) throw new ArgumentException($"{Name}.{field.Name} is bound already.", nameof(field));
    }
}

/// <summary>Binds the fields of an object type to delegates on <typeparamref name="T"/>.</summary>
public sealed class TypeBinding<T>(string name) : TypeBinding(name, typeof(T))
    where T : notnull
{
    /// <summary>A field that is there at once.</summary>
    public TypeBinding<T> Field<TResult>(string name, Func<T, TResult> resolve)
    {
        Add(new FieldBinding<T, TResult>(name, resolve));
        return this;
    }

    /// <summary>A field that needs its arguments, or anything else of the request.</summary>
    public TypeBinding<T> Field<TResult>(string name, Func<T, FieldContext, TResult> resolve)
    {
        Add(new ContextFieldBinding<T, TResult>(name, resolve));
        return this;
    }

    /// <summary>A field that is there at once where none of its arguments is given, such as a list that they narrow.</summary>
    public TypeBinding<T> Field<TResult>(string name, Func<T, TResult> resolveWhole, Func<T, FieldContext, TResult> resolve)
    {
        Add(new NarrowedFieldBinding<T, TResult>(name, resolveWhole, resolve));
        return this;
    }

    /// <summary>A field that may have to wait. Those of one selection set wait together.</summary>
    public TypeBinding<T> FieldAsync<TResult>(string name, Func<T, FieldContext, ValueTask<TResult>> resolve)
    {
        Add(new AsyncFieldBinding<T, TResult>(name, resolve));
        return this;
    }

    /// <summary>A field that depends on the object and the arguments alone.</summary>
    internal TypeBinding<T> PureField<TResult>(string name, Func<T, InputObject, TResult> resolve)
    {
        Add(new PureFieldBinding<T, TResult>(name, resolve));
        return this;
    }
}
