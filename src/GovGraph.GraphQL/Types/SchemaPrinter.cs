using System.Collections.Immutable;
using System.Diagnostics;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Types;

/// <summary>From a schema back to the schema definition language. What the specification defines is left out.</summary>
public static class SchemaPrinter
{
    private static readonly Location s_nowhere = new(1, 1);

    public static string Print(Schema schema)
    {
        var definitions = schema.DirectiveDefinitionsInOrder.Where(directive => !directive.IsSpecified).Select(Directive)
            .Concat<DefinitionNode>(schema.TypesInOrder.Where(type => !type.IsSpecified).Select(Type));
        if (!HasDefaults(schema)) definitions = definitions.Prepend(SchemaDefinition(schema));

        return Printer.Print(new DocumentNode(s_nowhere, [.. definitions])) + "\n";
    }

    /// <summary>Whether the schema would be the same without a definition of its own.</summary>
    private static bool HasDefaults(Schema schema) =>
        schema.Description is null
        && schema.Directives.IsEmpty
        && Enum.GetValues<OperationType>().All(operation =>
            schema.RootType(operation) is { } root ? root.Name == operation.ToString() : !schema.Types.ContainsKey(operation.ToString()));

    private static SchemaDefinitionNode SchemaDefinition(Schema schema)
    {
        var operationTypes =
            from operation in Enum.GetValues<OperationType>()
            let root = schema.RootType(operation)
            where root is not null
            select new OperationTypeDefinitionNode(s_nowhere, operation, Named(root));
        return new SchemaDefinitionNode(s_nowhere, isExtension: false, Description(schema.Description), schema.Directives, [.. operationTypes]);
    }

    private static TypeDefinitionNode Type(NamedType type)
    {
        var (description, name) = (Description(type.Description), Name(type.Name));
        return type switch
        {
            ScalarType => new ScalarTypeDefinitionNode(s_nowhere, isExtension: false, description, name, type.Directives),
            ObjectType complex => new ObjectTypeDefinitionNode(
                s_nowhere, isExtension: false, description, name, Interfaces(complex), type.Directives, Fields(complex)),
            InterfaceType complex => new InterfaceTypeDefinitionNode(
                s_nowhere, isExtension: false, description, name, Interfaces(complex), type.Directives, Fields(complex)),
            UnionType union => new UnionTypeDefinitionNode(
                s_nowhere, isExtension: false, description, name, type.Directives, [.. union.Types.Select(Named)]),
            EnumType @enum => new EnumTypeDefinitionNode(
                s_nowhere, isExtension: false, description, name, type.Directives, [.. @enum.ValuesInOrder.Select(EnumValue)]),
            InputObjectType input => new InputObjectTypeDefinitionNode(
                s_nowhere, isExtension: false, description, name, type.Directives, [.. input.FieldsInOrder.Select(InputValue)]),
            _ => throw new UnreachableException(),
        };
    }

    private static ImmutableArray<NamedTypeNode> Interfaces(ComplexType type) => [.. type.Interfaces.Select(Named)];

    private static ImmutableArray<FieldDefinitionNode> Fields(ComplexType type) => [.. type.FieldsInOrder.Select(Field)];

    private static FieldDefinitionNode Field(FieldDefinition field) => new(
        s_nowhere,
        Description(field.Description),
        Name(field.Name),
        [.. field.Arguments.Select(InputValue)],
        Reference(field.Type),
        field.Directives);

    private static InputValueDefinitionNode InputValue(InputValueDefinition input) => new(
        s_nowhere, Description(input.Description), Name(input.Name), Reference(input.Type), input.DefaultValue, input.Directives);

    private static EnumValueDefinitionNode EnumValue(EnumValueDefinition value) =>
        new(s_nowhere, Description(value.Description), Name(value.Name), value.Directives);

    private static DirectiveDefinitionNode Directive(DirectiveDefinition directive) => new(
        s_nowhere,
        Description(directive.Description),
        Name(directive.Name),
        [.. directive.Arguments.Select(InputValue)],
        directive.IsRepeatable,
        [.. directive.Locations.Select(Name)]);

    private static TypeNode Reference(GraphQLType type) => type switch
    {
        ListType list => new ListTypeNode(s_nowhere, Reference(list.OfType)),
        NonNullType nonNull => new NonNullTypeNode(s_nowhere, Reference(nonNull.OfType)),
        NamedType named => Named(named),
        _ => throw new UnreachableException(),
    };

    private static NamedTypeNode Named(NamedType type) => new(s_nowhere, Name(type.Name));

    private static NameNode Name(string name) => new(s_nowhere, name);

    /// <summary>A block string where a quoted one would need escapes.</summary>
    private static StringValueNode? Description(string? description) =>
        description is null ? null : new StringValueNode(s_nowhere, description, isBlock: description.AsSpan().ContainsAny("\n\"\\"));
}
