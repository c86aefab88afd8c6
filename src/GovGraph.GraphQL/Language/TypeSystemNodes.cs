using System.Collections.Immutable;

namespace GovGraph.GraphQL.Language;

/// <summary>TypeSystemDefinition or TypeSystemExtension. One node serves both: an extension is a definition with <see cref="IsExtension"/>.</summary>
public abstract class TypeSystemNode(
    Location location, bool isExtension, StringValueNode? description, ImmutableArray<DirectiveNode> directives)
    : DefinitionNode(location)
{
    public bool IsExtension { get; } = isExtension;

    public StringValueNode? Description { get; } = description;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>SchemaDefinition : Description? schema Directives? { RootOperationTypeDefinition+ }, or its extension</summary>
public sealed class SchemaDefinitionNode(
    Location location,
    bool isExtension,
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<OperationTypeDefinitionNode> operationTypes)
    : TypeSystemNode(location, isExtension, description, directives)
{
    public ImmutableArray<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;
}

/// <summary>RootOperationTypeDefinition : OperationType : NamedType</summary>
public sealed class OperationTypeDefinitionNode(Location location, OperationType operation, NamedTypeNode type)
    : Node(location)
{
    public OperationType Operation { get; } = operation;

    public NamedTypeNode Type { get; } = type;
}

/// <summary>TypeDefinition or TypeExtension</summary>
public abstract class TypeDefinitionNode(
    Location location,
    bool isExtension,
    StringValueNode? description,
    NameNode name,
    ImmutableArray<DirectiveNode> directives)
    : TypeSystemNode(location, isExtension, description, directives)
{
    public NameNode Name { get; } = name;
}

/// <summary>ScalarTypeDefinition : Description? scalar Name Directives?</summary>
public sealed class ScalarTypeDefinitionNode(
    Location location,
    bool isExtension,
    StringValueNode? description,
    NameNode name,
    ImmutableArray<DirectiveNode> directives)
    : TypeDefinitionNode(location, isExtension, description, name, directives);

/// <summary>ObjectTypeDefinition or InterfaceTypeDefinition: what has fields and implements interfaces</summary>
public abstract class ComplexTypeDefinitionNode(
    Location location,
    bool isExtension,
    StringValueNode? description,
    NameNode name,
    ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<FieldDefinitionNode> fields)
    : TypeDefinitionNode(location, isExtension, description, name, directives)
{
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = interfaces;

    public ImmutableArray<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary>ObjectTypeDefinition : Description? type Name ImplementsInterfaces? Directives? FieldsDefinition?</summary>
public sealed class ObjectTypeDefinitionNode(
    Location location,
    bool isExtension,
    StringValueNode? description,
    NameNode name,
    ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<FieldDefinitionNode> fields)
    : ComplexTypeDefinitionNode(location, isExtension, description, name, interfaces, directives, fields);

/// <summary>InterfaceTypeDefinition : Description? interface Name ImplementsInterfaces? Directives? FieldsDefinition?</summary>
public sealed class InterfaceTypeDefinitionNode(
    Location location,
    bool isExtension,
    StringValueNode? description,
    NameNode name,
    ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<FieldDefinitionNode> fields)
    : ComplexTypeDefinitionNode(location, isExtension, description, name, interfaces, directives, fields);

/// <summary>FieldDefinition : Description? Name ArgumentsDefinition? : Type Directives?</summary>
public sealed class FieldDefinitionNode(
    Location location,
    StringValueNode? description,
    NameNode name,
    ImmutableArray<InputValueDefinitionNode> arguments,
    TypeNode type,
    ImmutableArray<DirectiveNode> directives) : Node(location)
{
    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    public TypeNode Type { get; } = type;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>InputValueDefinition : Description? Name : Type DefaultValue? Directives?</summary>
public sealed class InputValueDefinitionNode(
    Location location,
    StringValueNode? description,
    NameNode name,
    TypeNode type,
    ValueNode? defaultValue,
    ImmutableArray<DirectiveNode> directives) : Node(location)
{
    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>UnionTypeDefinition : Description? union Name Directives? UnionMemberTypes?</summary>
public sealed class UnionTypeDefinitionNode(
    Location location,
    bool isExtension,
    StringValueNode? description,
    NameNode name,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<NamedTypeNode> types)
    : TypeDefinitionNode(location, isExtension, description, name, directives)
{
    public ImmutableArray<NamedTypeNode> Types { get; } = types;
}

/// <summary>EnumTypeDefinition : Description? enum Name Directives? EnumValuesDefinition?</summary>
public sealed class EnumTypeDefinitionNode(
    Location location,
    bool isExtension,
    StringValueNode? description,
    NameNode name,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<EnumValueDefinitionNode> values)
    : TypeDefinitionNode(location, isExtension, description, name, directives)
{
    public ImmutableArray<EnumValueDefinitionNode> Values { get; } = values;
}

/// <summary>EnumValueDefinition : Description? EnumValue Directives?</summary>
public sealed class EnumValueDefinitionNode(
    Location location, StringValueNode? description, NameNode name, ImmutableArray<DirectiveNode> directives)
    : Node(location)
{
    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>InputObjectTypeDefinition : Description? input Name Directives? InputFieldsDefinition?</summary>
public sealed class InputObjectTypeDefinitionNode(
    Location location,
    bool isExtension,
    StringValueNode? description,
    NameNode name,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<InputValueDefinitionNode> fields)
    : TypeDefinitionNode(location, isExtension, description, name, directives)
{
    public ImmutableArray<InputValueDefinitionNode> Fields { get; } = fields;
}

/// <summary>DirectiveDefinition : Description? directive @ Name ArgumentsDefinition? repeatable? on DirectiveLocations</summary>
public sealed class DirectiveDefinitionNode(
    Location location,
    StringValueNode? description,
    NameNode name,
    ImmutableArray<InputValueDefinitionNode> arguments,
    bool isRepeatable,
    ImmutableArray<NameNode> locations)
    : TypeSystemNode(location, isExtension: false, description, [])
{
    public NameNode Name { get; } = name;

    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    public bool IsRepeatable { get; } = isRepeatable;

    public ImmutableArray<NameNode> Locations { get; } = locations;
}
