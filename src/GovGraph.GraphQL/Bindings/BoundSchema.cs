using System.Collections.Frozen;
using System.Text.Json;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Bindings;

/// <summary>A schema and what resolves it, held together once, at start-up.</summary>
public sealed class BoundSchema
{
    internal BoundSchema(
        Schema schema,
        FrozenDictionary<ObjectType, BoundObject> objects,
        FrozenDictionary<EnumType, EnumBinding> enums,
        FrozenDictionary<string, StreamBinding> streams)
    {
        Schema = schema;
        Objects = objects;
        Inputs = new InputTypes(enums);
        Streams = streams;
    }

    public Schema Schema { get; }

    internal FrozenDictionary<ObjectType, BoundObject> Objects { get; }

    internal InputTypes Inputs { get; }

    internal FrozenDictionary<string, StreamBinding> Streams { get; }

    internal int ObjectCount => Objects.Count;

    /// <summary>Binds the schema, or tells every field without a binding, binding without a field, and pair that does not fit.</summary>
    /// <exception cref="SchemaBindingException">There is at least one such fault.</exception>
    public static BoundSchema Create(Schema schema, SchemaBindings bindings) => new SchemaBinder(schema, bindings).Bind();

    /// <summary>Coerces a value that was kept outside of a request, as that of a variable.</summary>
    /// <param name="type">The name of an input type.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">It is no value of this type.</exception>
    public object? CoerceInput(string type, JsonElement value)
    {
        var coercion = new CoerceJson("input", Inputs, suggestsNames: true, maxFaults: 1);
        var coerced = coercion.Coerce(value, Schema.Types[type]);
        return coercion.Faults is [var fault, ..] ? throw new ArgumentException(fault, nameof(value)) : coerced;
    }

    internal IEnumerable<BoundObject> PossibleTypes(NamedType type) => Schema.PossibleTypes(type).Select(possible => Objects[possible]);
}
