using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Types.Building;

/// <summary>Makes the types of a document that broke no rule. First all types by name, then their contents, which name each other.</summary>
internal sealed class SchemaAssembly(TypeSystemDocument document)
{
    private readonly Dictionary<string, NamedType> _types = [];
    private readonly Dictionary<(GraphQLType OfType, bool IsList), GraphQLType> _wrappers = [];

    public Schema Assemble()
    {
        foreach (var parts in document.Types.Values) _types.Add(parts.Name, Declare(parts));
        foreach (var parts in document.Types.Values) Fill(parts);

        var roots = document.RootTypes.ToDictionary(root => root.Operation, root => (ObjectType)_types[root.Type.Name.Value]);
        var directives = document.Directives.Values.Select(Directive).ToImmutableArray();
        var types = TypesInUse(directives);
        return new Schema
        {
            Description = document.Schemas.FirstOrDefault(schema => !schema.IsExtension)?.Description?.Value,
            QueryType = roots.GetValueOrDefault(OperationType.Query),
            MutationType = roots.GetValueOrDefault(OperationType.Mutation),
            SubscriptionType = roots.GetValueOrDefault(OperationType.Subscription),
            Types = types.ToFrozenDictionary(type => type.Name),
            TypesInOrder = types,
            DirectiveDefinitions = directives.ToFrozenDictionary(directive => directive.Name),
            DirectiveDefinitionsInOrder = directives,
            Directives = [.. document.Schemas.SelectMany(schema => schema.Directives)],
            PossibleTypesByAbstractType = PossibleTypes(),
        };
    }

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
        [.. node.Locations.Select(location => location.Value)])
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

    /// <summary>The specification wants its scalars listed where they are used, and only there.</summary>
    private ImmutableArray<NamedType> TypesInUse(ImmutableArray<DirectiveDefinition> directives)
    {
        var types = ImmutableArray.CreateBuilder<NamedType>();
        var own = document.OwnTypes.Select(parts => _types[parts.Name]).ToList();
        var seen = own.ToHashSet();
        foreach (var type in own) Collect(type);
        foreach (var type in directives.SelectMany(directive => directive.Arguments).Select(argument => argument.Type.Named).Append(_types["__Schema"]))
        {
            if (seen.Add(type)) Collect(type);
        }

        return types.ToImmutable();

        void Collect(NamedType type)
        {
            types.Add(type);
            foreach (var named in TypesNamedBy(type))
            {
                if (seen.Add(named)) Collect(named);
            }
        }
    }

    private static IEnumerable<NamedType> TypesNamedBy(NamedType type) => type switch
    {
        ComplexType complex => complex.FieldsInOrder.SelectMany(field => field.Arguments.Select(argument => argument.Type.Named).Prepend(field.Type.Named)),
        InputObjectType input => input.FieldsInOrder.Select(field => field.Type.Named),
        _ => [],
    };

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
