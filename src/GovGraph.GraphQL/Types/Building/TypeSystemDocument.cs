using System.Collections.Immutable;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Types.Building;

/// <summary>All definitions that make a schema, by name, with each extension beside what it extends.</summary>
internal sealed class TypeSystemDocument
{
    public TypeSystemDocument(IEnumerable<DefinitionNode> definitions)
    {
        Definitions = [.. definitions.OfType<TypeSystemNode>()];
        Schemas = [.. Definitions.OfType<SchemaDefinitionNode>()];
        TypeDefinitions = [.. Definitions.OfType<TypeDefinitionNode>()];

        // The specification's types win over definitions of the same name; its directives give way to them.
        var specified = SpecifiedDefinitions.Document.Definitions;
        foreach (var definition in specified.OfType<TypeDefinitionNode>())
        {
            Types.Add(definition.Name.Value, new TypeParts(definition, [], isSpecified: true));
        }

        var extensions = TypeDefinitions.Where(node => node.IsExtension).ToLookup(node => node.Name.Value);
        var own = ImmutableArray.CreateBuilder<TypeParts>();
        foreach (var definition in TypeDefinitions.Where(node => !node.IsExtension))
        {
            var parts = new TypeParts(definition, extensions[definition.Name.Value], isSpecified: false);
            if (Types.TryAdd(parts.Name, parts)) own.Add(parts);
        }

        OwnTypes = own.ToImmutable();
        DirectiveDefinitions = [.. Definitions.OfType<DirectiveDefinitionNode>()];
        foreach (var definition in DirectiveDefinitions.Concat(specified.OfType<DirectiveDefinitionNode>()))
        {
            Directives.TryAdd(definition.Name.Value, definition);
        }
    }

    /// <summary>As written, the specification's left out. So are operations and fragments, which define no type.</summary>
    public ImmutableArray<TypeSystemNode> Definitions { get; }

    /// <summary>The schema definition and its extensions.</summary>
    public ImmutableArray<SchemaDefinitionNode> Schemas { get; }

    public ImmutableArray<TypeDefinitionNode> TypeDefinitions { get; }

    public ImmutableArray<DirectiveDefinitionNode> DirectiveDefinitions { get; }

    /// <summary>By name, the specification's included.</summary>
    public Dictionary<string, TypeParts> Types { get; } = [];

    /// <summary>In the order written.</summary>
    public ImmutableArray<TypeParts> OwnTypes { get; }

    /// <summary>By name, the specification's included.</summary>
    public Dictionary<string, DirectiveDefinitionNode> Directives { get; } = [];

    /// <summary>Every list of arguments that a field or directive defines, with what defines it.</summary>
    public IEnumerable<(string Owner, ImmutableArray<InputValueDefinitionNode> Arguments)> ArgumentsDefinitions =>
        ComplexTypes
            .SelectMany(type => type.Fields, (type, owner) => ($"{type.Name.Value}.{owner.Name.Value}", owner.Arguments))
            .Concat(DirectiveDefinitions.Select(directive => ($"@{directive.Name.Value}", directive.Arguments)));

    /// <summary>Every argument and input field that is defined, by its schema coordinate.</summary>
    public IEnumerable<(string Coordinate, InputValueDefinitionNode Input)> InputValueDefinitions =>
        ArgumentsDefinitions
            .SelectMany(list => list.Arguments, (list, argument) => ($"{list.Owner}({argument.Name.Value}:)", argument))
            .Concat(InputObjects
                .SelectMany(type => type.Fields, (type, input) => ($"{type.Name.Value}.{input.Name.Value}", input)));

    /// <summary>Every directive that is put on something.</summary>
    public IEnumerable<DirectiveNode> AppliedDirectives => DirectiveSites.SelectMany(site => site.Directives);

    public IEnumerable<DirectiveSite> DirectiveSites
    {
        get
        {
            yield return new DirectiveSite("SCHEMA", [.. Schemas.SelectMany(schema => schema.Directives)]);

            foreach (var type in TypeDefinitions.GroupBy(node => (node.Name.Value, Location: LocationOf(node))))
            {
                yield return new DirectiveSite(type.Key.Location, [.. type.SelectMany(node => node.Directives)]);
            }

            var members = ComplexTypes.SelectMany(type => type.Fields).Select(node => ("FIELD_DEFINITION", node.Directives))
                .Concat(ArgumentsDefinitions.SelectMany(list => list.Arguments).Select(node => ("ARGUMENT_DEFINITION", node.Directives)))
                .Concat(InputObjects.SelectMany(type => type.Fields).Select(node => ("INPUT_FIELD_DEFINITION", node.Directives)))
                .Concat(TypeDefinitions.OfType<EnumTypeDefinitionNode>().SelectMany(type => type.Values).Select(node => ("ENUM_VALUE", node.Directives)));
            foreach (var (location, directives) in members) yield return new DirectiveSite(location, directives);
        }
    }

    /// <summary>Every place where a type is named, but for the name it is defined by.</summary>
    public IEnumerable<NamedTypeNode> TypeReferences =>
        Schemas.SelectMany(schema => schema.OperationTypes).Select(operationType => operationType.Type)
            .Concat(TypeDefinitions.SelectMany(TypesNamedBy))
            .Concat(InputValueDefinitions.Select(definition => NamedTypeOf(definition.Input.Type)));

    private IEnumerable<ComplexTypeDefinitionNode> ComplexTypes => TypeDefinitions.OfType<ComplexTypeDefinitionNode>();

    private IEnumerable<InputObjectTypeDefinitionNode> InputObjects => TypeDefinitions.OfType<InputObjectTypeDefinitionNode>();

    public TypeParts this[NamedTypeNode type] => Types[type.Name.Value];

    /// <summary>The root types that are named by the schema definition, or by their default names where there is none.</summary>
    public IEnumerable<(OperationType Operation, NamedTypeNode Type)> RootTypes
    {
        get
        {
            var named = Schemas.SelectMany(schema => schema.OperationTypes).ToLookup(node => node.Operation, node => node.Type);
            var hasDefaults = Schemas.All(schema => schema.IsExtension);
            foreach (var operation in Enum.GetValues<OperationType>())
            {
                if (named[operation].FirstOrDefault() is { } type)
                {
                    yield return (operation, type);
                }
                else if (hasDefaults && Types.GetValueOrDefault(operation.ToString()) is { IsSpecified: false, Definition: var definition })
                {
                    yield return (operation, new NamedTypeNode(definition.Name.Location, definition.Name));
                }
            }
        }
    }

    /// <summary>The named type inside all wrappers.</summary>
    public static NamedTypeNode NamedTypeOf(TypeNode type) => type switch
    {
        ListTypeNode list => NamedTypeOf(list.Type),
        NonNullTypeNode nonNull => NamedTypeOf(nonNull.Type),
        _ => (NamedTypeNode)type,
    };

    private static IEnumerable<NamedTypeNode> TypesNamedBy(TypeDefinitionNode type) => type switch
    {
        ComplexTypeDefinitionNode complex => complex.Interfaces.Concat(complex.Fields.Select(field => NamedTypeOf(field.Type))),
        UnionTypeDefinitionNode union => union.Types,
        _ => [],
    };

    private static string LocationOf(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => "SCALAR",
        ObjectTypeDefinitionNode => "OBJECT",
        InterfaceTypeDefinitionNode => "INTERFACE",
        UnionTypeDefinitionNode => "UNION",
        EnumTypeDefinitionNode => "ENUM",
        _ => "INPUT_OBJECT",
    };
}
