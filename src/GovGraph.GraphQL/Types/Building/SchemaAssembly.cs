using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Types.Building;

/// <summary>Makes the types of a document that broke no rule. First all types by name, then their contents, which name each other.</summary>
internal sealed class SchemaAssembly(TypeSystemDocument document)
{
    private readonly HashSet<string> _named =
        [.. document.TypeReferences.Select(type => type.Name.Value), .. document.TypeDefinitions.Select(type => type.Name.Value)];
    private readonly Dictionary<string, NamedType> _types = [];
    private readonly Dictionary<(GraphQLType OfType, bool IsList), GraphQLType> _wrappers = [];

    public Schema Assemble()
    {
        var present = document.Types.Values.Where(IsPresent).ToList();
        foreach (var parts in present) _types.Add(parts.Name, Declare(parts));
        foreach (var parts in present) Fill(parts);

        var roots = document.RootTypes.ToDictionary(root => root.Operation, root => (ObjectType)_types[root.Type.Name.Value]);
        var directives = document.Directives.Values.Select(Directive).ToImmutableArray();
        return new Schema
        {
            Description = document.Schemas.FirstOrDefault(schema => !schema.IsExtension)?.Description?.Value,
            QueryType = roots.GetValueOrDefault(OperationType.Query),
            MutationType = roots.GetValueOrDefault(OperationType.Mutation),
            SubscriptionType = roots.GetValueOrDefault(OperationType.Subscription),
            Types = _types.ToFrozenDictionary(),
            TypesInOrder = [.. document.OwnTypes.Select(parts => _types[parts.Name]), .. _types.Values.Where(type => type.IsSpecified)],
            DirectiveDefinitions = directives.ToFrozenDictionary(directive => directive.Name),
            DirectiveDefinitionsInOrder = directives,
            Directives = [.. document.Schemas.SelectMany(schema => schema.Directives)],
            PossibleTypesByAbstractType = PossibleTypes(),
        };
    }

    /// <summary>All types but the specified scalars that nothing names; String and Boolean are named by the introspection types.</summary>
    private bool IsPresent(TypeParts parts) =>
        parts is not { IsSpecified: true, Definition: ScalarTypeDefinitionNode }
        || parts.Name is "String" or "Boolean"
        || _named.Contains(parts.Name);

    private static NamedType Declare(TypeParts parts)
    {
        var (name, description) = (parts.Name, parts.Definition.Description?.Value);
        return parts.Definition switch
        {
            ScalarTypeDefinitionNode => new ScalarType(name, description) { IsSpecified = parts.IsSpecified },
            ObjectTypeDefinitionNode => new ObjectType(name, description) { IsSpecified = parts.IsSpecified },
            InterfaceTypeDefinitionNode => new InterfaceType(name, description),
            UnionTypeDefinitionNode => new UnionType(name, description),
            EnumTypeDefinitionNode => new EnumType(name, description) { IsSpecified = parts.IsSpecified },
            InputObjectTypeDefinitionNode => new InputObjectType(name, description),
            _ => throw new UnreachableException(),
        };
    }

    private void Fill(TypeParts parts)
    {
        var type = _types[parts.Name];
        type.Directives = parts.Directives;
        switch (type)
        {
            case ScalarType scalar:
                scalar.SpecifiedByUrl = Argument(parts.Directives, "specifiedBy", "url");
                scalar.Coercion = ScalarCoercion.Of(scalar.Name);
                break;
            case ComplexType complex:
                complex.Interfaces = [.. parts.Interfaces.Select(name => (InterfaceType)_types[name.Name.Value])];
                complex.FieldsInOrder = [.. parts.Fields.Select(Field)];
                complex.Fields = complex.FieldsInOrder.ToFrozenDictionary(field => field.Name);
                break;
            case UnionType union:
                union.Types = [.. parts.Members.Select(name => (ObjectType)_types[name.Name.Value])];
                break;
            case EnumType @enum:
                @enum.ValuesInOrder = [.. parts.Values.Select(EnumValue)];
                @enum.Values = @enum.ValuesInOrder.ToFrozenDictionary(value => value.Name);
                break;
            case InputObjectType input:
                input.FieldsInOrder = [.. parts.InputFields.Select(InputValue)];
                input.Fields = input.FieldsInOrder.ToFrozenDictionary(field => field.Name);
                input.IsOneOf = parts.IsOneOf;
                break;
        }
    }

    private FieldDefinition Field(FieldDefinitionNode node) =>
        new(node.Name.Value, node.Description?.Value, Type(node.Type), [.. node.Arguments.Select(InputValue)])
        {
            DeprecationReason = DeprecationReason(node.Directives),
            Directives = node.Directives,
        };

    private InputValueDefinition InputValue(InputValueDefinitionNode node) =>
        new(node.Name.Value, node.Description?.Value, Type(node.Type), node.DefaultValue)
        {
            DeprecationReason = DeprecationReason(node.Directives),
            Directives = node.Directives,
        };

    private EnumValueDefinition EnumValue(EnumValueDefinitionNode node) => new(node.Name.Value, node.Description?.Value)
    {
        DeprecationReason = DeprecationReason(node.Directives),
        Directives = node.Directives,
    };

    private DirectiveDefinition Directive(DirectiveDefinitionNode node) => new(
        node.Name.Value,
        node.Description?.Value,
        [.. node.Arguments.Select(InputValue)],
        node.IsRepeatable,
        node.Locations.Select(location => location.Value).ToFrozenSet())
    {
        IsSpecified = SpecifiedDefinitions.DirectiveNames.Contains(node.Name.Value),
    };

    /// <summary>The same type reference is the same object wherever it is written.</summary>
    private GraphQLType Type(TypeNode node) => node switch
    {
        NamedTypeNode named => _types[named.Name.Value],
        ListTypeNode list => Wrapper(Type(list.Type), isList: true),
        NonNullTypeNode nonNull => Wrapper(Type(nonNull.Type), isList: false),
        _ => throw new UnreachableException(),
    };

    private GraphQLType Wrapper(GraphQLType ofType, bool isList)
    {
        if (!_wrappers.TryGetValue((ofType, isList), out var wrapper))
        {
            _wrappers.Add((ofType, isList), wrapper = isList ? new ListType(ofType) : new NonNullType(ofType));
        }

        return wrapper;
    }

    private FrozenDictionary<NamedType, ImmutableArray<ObjectType>> PossibleTypes()
    {
        var implementers = document.OwnTypes.Select(parts => _types[parts.Name]).OfType<ObjectType>()
            .SelectMany(type => type.Interfaces, (type, implemented) => (type, implemented))
            .ToLookup(pair => (NamedType)pair.implemented, pair => pair.type);
        return _types.Values.Where(type => type.IsAbstract).ToFrozenDictionary(
            type => type,
            type => type is UnionType union ? union.Types : [.. implementers[type]]);
    }

    private string? DeprecationReason(ImmutableArray<DirectiveNode> directives) => Argument(directives, "deprecated", "reason");

    /// <summary>The text that a directive is given or has as its default; null where the directive is absent.</summary>
    private string? Argument(ImmutableArray<DirectiveNode> directives, string directiveName, string argumentName)
    {
        if (directives.FirstOrDefault(directive => directive.Name.Value == directiveName) is not { } directive) return null;

        var given = directive.Arguments.FirstOrDefault(argument => argument.Name.Value == argumentName)?.Value;
        var byDefault = document.Directives[directiveName].Arguments.FirstOrDefault(argument => argument.Name.Value == argumentName)?.DefaultValue;
        return ((given ?? byDefault) as StringValueNode)?.Value;
    }
}
