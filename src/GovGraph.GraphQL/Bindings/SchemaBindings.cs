using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Bindings;

/// <summary>What resolves a schema: CLR types and delegates, named as in the schema. <see cref="BoundSchema.Create"/> holds the two together.</summary>
public sealed class SchemaBindings
{
    private readonly Dictionary<string, TypeBinding> _types = [];

    internal IReadOnlyDictionary<string, TypeBinding> Types => _types;

    internal Dictionary<string, EnumBinding> Enums { get; } = [];

    internal Dictionary<string, ScalarCoercion> Scalars { get; } = [];

    internal Dictionary<string, StreamBinding> Streams { get; } = [];

    internal HashSet<string> Interfaces { get; } = [];

    internal HashSet<string> Unions { get; } = [];

    internal Func<Type, bool> IsImmutable { get; private set; } = _ => false;

    internal Func<FieldDefinition, Action<FieldContext>?> GuardOf { get; private set; } = _ => null;

    internal Func<FieldDefinition, FieldWitness?> WitnessOf { get; private set; } = _ => null;

    internal Func<object, FieldContext, object?>? DynamicResolver { get; private set; }

    /// <summary>Binds an object type to a CLR type. May be called again for more fields of the same type.</summary>
    public SchemaBindings Type<T>(string name, Action<TypeBinding<T>> bind) where T : notnull
    {
        if (!_types.TryGetValue(name, out var binding)) _types[name] = binding = new TypeBinding<T>(name);
        if (binding is not TypeBinding<T> typed)
        {
            throw new ArgumentException($"{name} is bound to {binding.ClrType} already and can't be to {typeof(T)} too.", nameof(name));
        }

        bind(typed);
        return this;
    }

    /// <summary>Binds fields of the query or mutation type.</summary>
    public SchemaBindings Root(string name, Action<TypeBinding<Root>> bind) => Type(name, bind);

    /// <summary>Binds an interface: the object type of a value is the one bound to its CLR type.</summary>
    public SchemaBindings Interface(string name)
    {
        Interfaces.Add(name);
        return this;
    }

    /// <summary>Binds a union: the object type of a value is the one bound to its CLR type.</summary>
    public SchemaBindings Union(string name)
    {
        Unions.Add(name);
        return this;
    }

    /// <summary>Binds an enum to a CLR enum: NOT_STARTED is NotStarted, letter case and underscores aside.</summary>
    public SchemaBindings Enum<TEnum>(string name) where TEnum : struct, Enum
    {
        Enums.Add(name, new EnumBinding<TEnum>(name));
        return this;
    }

    public SchemaBindings Scalar(string name, ScalarCoercion coercion)
    {
        Scalars.Add(name, coercion);
        return this;
    }

    /// <summary>Binds a field of the subscription type: the source of its events, each of which is the field's value.</summary>
    public SchemaBindings Stream<TEvent>(string field, Func<FieldContext, IAsyncEnumerable<TEvent>> open) where TEvent : notnull =>
        StreamAsync(field, context => new ValueTask<IAsyncEnumerable<TEvent>>(open(context)));

    /// <summary>The same where it takes time to open the source: what happens once it is open is not missed.</summary>
    /// <param name="field">The field.</param>
    /// <param name="open">Opens the source.</param>
    /// <param name="beforeEach">Renews what the state of the request holds for one event only, such as the time.</param>
    public SchemaBindings StreamAsync<TEvent>(
        string field, Func<FieldContext, ValueTask<IAsyncEnumerable<TEvent>>> open, Action<FieldContext, RequestState>? beforeEach = null)
        where TEvent : notnull
    {
        Streams.Add(field, new StreamBinding<TEvent>(field, open, beforeEach));
        return this;
    }

    /// <summary>
    /// Promises of CLR types that their objects never change, and that fields bound without a context depend on the object alone:
    /// the JSON of such fields may be copied from one response into the next.
    /// </summary>
    public SchemaBindings Immutable(Func<Type, bool> isImmutable)
    {
        IsImmutable = isImmutable;
        return this;
    }

    /// <summary>Puts guards before resolvers: one that throws fails its field. Null for a field that needs none.</summary>
    public SchemaBindings Guard(Func<FieldDefinition, Action<FieldContext>?> guardOf)
    {
        GuardOf = guardOf;
        return this;
    }

    /// <summary>Tells witnesses what fields come to. Null for a field that needs none.</summary>
    public SchemaBindings Witness(Func<FieldDefinition, FieldWitness?> witnessOf)
    {
        WitnessOf = witnessOf;
        return this;
    }

    /// <summary>
    /// Lets values stand for themselves where no CLR type is bound: objects are dictionaries whose <c>__typename</c> names their
    /// type, lists are sequences, leaves are what their scalar can write. A field is the entry of its name, or what <paramref name="resolver"/> says.
    /// </summary>
    public SchemaBindings Dynamic(Func<object, FieldContext, object?>? resolver = null)
    {
        DynamicResolver = resolver ?? DynamicValue.Entry;
        return this;
    }
}
