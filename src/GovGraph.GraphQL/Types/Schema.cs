using System.Collections.Frozen;
using System.Collections.Immutable;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Types;

/// <summary>A type system: what may be asked. Immutable; built from SDL by <c>SchemaBuilder</c>.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema"/>
public sealed class Schema
{
    public string? Description { get; internal init; }

    public ObjectType? QueryType { get; internal init; }

    public ObjectType? MutationType { get; internal init; }

    public ObjectType? SubscriptionType { get; internal init; }

    /// <summary>All named types, those of the specification included; but of its scalars only those in use.</summary>
    public FrozenDictionary<string, NamedType> Types { get; internal init; } = FrozenDictionary<string, NamedType>.Empty;

    /// <summary>The same in the order written; one of the specification's follows the first type that names it.</summary>
    public ImmutableArray<NamedType> TypesInOrder { get; internal init; } = [];

    public FrozenDictionary<string, DirectiveDefinition> DirectiveDefinitions { get; internal init; } = FrozenDictionary<string, DirectiveDefinition>.Empty;

    public ImmutableArray<DirectiveDefinition> DirectiveDefinitionsInOrder { get; internal init; } = [];

    /// <summary>Directives on the schema definition itself.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; internal init; } = [];

    internal FrozenDictionary<NamedType, ImmutableArray<ObjectType>> PossibleTypesByAbstractType { get; init; } =
        FrozenDictionary<NamedType, ImmutableArray<ObjectType>>.Empty;

    public ObjectType? RootType(OperationType operation) => operation switch
    {
        OperationType.Query => QueryType,
        OperationType.Mutation => MutationType,
        _ => SubscriptionType,
    };

    /// <summary>__typename: on every object, interface and union, listed by none.</summary>
    public FieldDefinition TypenameField => field ??= new FieldDefinition("__typename", null, new NonNullType(Types["String"]), []);

    /// <summary>__schema, on the query type.</summary>
    public FieldDefinition SchemaField => field ??= new FieldDefinition("__schema", null, new NonNullType(Types["__Schema"]), []);

    /// <summary>__type(name:), on the query type.</summary>
    public FieldDefinition TypeField => field ??= new FieldDefinition(
        "__type", null, Types["__Type"], [new InputValueDefinition("name", null, new NonNullType(Types["String"]), null)]);

    /// <summary>The field of a composite type by its name, the meta-fields included.</summary>
    public FieldDefinition? Field(NamedType parent, string name) => name switch
    {
        "__typename" => parent.IsComposite ? TypenameField : null,
        "__schema" => parent == QueryType ? SchemaField : null,
        "__type" => parent == QueryType ? TypeField : null,
        _ => (parent as ComplexType)?.Fields.GetValueOrDefault(name),
    };

    /// <summary>GetPossibleTypes: the object types that a value of a composite type can have.</summary>
    public ImmutableArray<ObjectType> PossibleTypes(NamedType type) =>
        type is ObjectType objectType ? [objectType] : PossibleTypesByAbstractType.GetValueOrDefault(type, []);

    /// <summary>Whether every value of <paramref name="type"/> is also one of <paramref name="superType"/>, a union or interface.</summary>
    public static bool IsSubType(NamedType superType, NamedType type) => superType switch
    {
        UnionType union => type is ObjectType member && union.Types.Contains(member),
        InterfaceType @interface => type is ComplexType implementer && implementer.Interfaces.Contains(@interface),
        _ => false,
    };
}
