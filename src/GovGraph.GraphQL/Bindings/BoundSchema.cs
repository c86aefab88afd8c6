using System.Collections.Frozen;
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

    internal IEnumerable<BoundObject> PossibleTypes(NamedType type) => Schema.PossibleTypes(type).Select(possible => Objects[possible]);
}
