using System.Collections.Frozen;
using System.Collections.Immutable;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Types;

/// <summary>A type with a name of its own. Complete, and never changed again, once its schema is built.</summary>
public abstract class NamedType(string name, string? description) : GraphQLType
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    /// <summary>Directives on the definition and on its extensions, in order.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; internal set; } = [];

    /// <summary>Whether the specification defines it: the five scalars and the introspection types.</summary>
    public bool IsSpecified { get; internal init; }

    public bool IsLeaf => this is ScalarType or EnumType;

    public bool IsComposite => this is ComplexType or UnionType;

    public bool IsAbstract => this is InterfaceType or UnionType;

    public override NamedType Named => this;

    public override string ToString() => Name;
}

/// <summary>scalar. How its values are read and written is bound by name: <see cref="ScalarCoercion"/>.</summary>
public sealed class ScalarType(string name, string? description) : NamedType(name, description)
{
    /// <summary>From @specifiedBy.</summary>
    public string? SpecifiedByUrl { get; internal set; }

    public ScalarCoercion Coercion { get; internal set; } = ScalarCoercion.Any;
}

/// <summary>What has fields: an object or an interface.</summary>
public abstract class ComplexType(string name, string? description) : NamedType(name, description)
{
    /// <summary>Fields by name. <see cref="FieldsInOrder"/> has them as written.</summary>
    public FrozenDictionary<string, FieldDefinition> Fields { get; internal set; } = FrozenDictionary<string, FieldDefinition>.Empty;

    public ImmutableArray<FieldDefinition> FieldsInOrder { get; internal set; } = [];

    public ImmutableArray<InterfaceType> Interfaces { get; internal set; } = [];
}

/// <summary>type</summary>
public sealed class ObjectType(string name, string? description) : ComplexType(name, description);

/// <summary>interface</summary>
public sealed class InterfaceType(string name, string? description) : ComplexType(name, description);

/// <summary>union</summary>
public sealed class UnionType(string name, string? description) : NamedType(name, description)
{
    public ImmutableArray<ObjectType> Types { get; internal set; } = [];
}

/// <summary>enum</summary>
public sealed class EnumType(string name, string? description) : NamedType(name, description)
{
    public FrozenDictionary<string, EnumValueDefinition> Values { get; internal set; } = FrozenDictionary<string, EnumValueDefinition>.Empty;

    public ImmutableArray<EnumValueDefinition> ValuesInOrder { get; internal set; } = [];
}

/// <summary>input</summary>
public sealed class InputObjectType(string name, string? description) : NamedType(name, description)
{
    public FrozenDictionary<string, InputValueDefinition> Fields { get; internal set; } = FrozenDictionary<string, InputValueDefinition>.Empty;

    public ImmutableArray<InputValueDefinition> FieldsInOrder { get; internal set; } = [];

    /// <summary>Marked @oneOf: exactly one field must be given.</summary>
    public bool IsOneOf { get; internal set; }
}
