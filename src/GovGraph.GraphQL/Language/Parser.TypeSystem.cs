using System.Collections.Immutable;

namespace GovGraph.GraphQL.Language;

public ref partial struct Parser
{
    /// <summary>TypeSystemDefinition : SchemaDefinition | TypeDefinition | DirectiveDefinition</summary>
    private TypeSystemNode ParseTypeSystemDefinition(Location start, StringValueNode? description)
    {
        if (Keyword() is "schema") return ParseSchemaDefinition(start, isExtension: false, description);

        return Keyword() is "directive"
            ? ParseDirectiveDefinition(start, description)
            : ParseTypeDefinition(start, isExtension: false, description);
    }

    /// <summary>TypeSystemExtension : SchemaExtension | TypeExtension, each of which must add something</summary>
    private TypeSystemNode ParseTypeSystemExtension(Location start)
    {
        ExpectKeyword("extend");
        TypeSystemNode extension;
        bool addsNothing;
        switch (Keyword())
        {
            case "schema":
                var schema = ParseSchemaDefinition(start, isExtension: true, description: null);
                (extension, addsNothing) = (schema, schema.OperationTypes.IsEmpty);
                break;
            case "scalar" or "type" or "interface" or "union" or "enum" or "input":
                var type = ParseTypeDefinition(start, isExtension: true, description: null);
                (extension, addsNothing) = (type, AddsNothing(type));
                break;
            default:
                Unexpected(_token);
                return ParseSchemaDefinition(start, isExtension: true, description: null);
        }

        if (addsNothing && extension.Directives.IsEmpty) Unexpected(_token);
        return extension;
    }

    private static bool AddsNothing(TypeDefinitionNode extension) => extension switch
    {
        ComplexTypeDefinitionNode complex => complex.Interfaces.IsEmpty && complex.Fields.IsEmpty,
        UnionTypeDefinitionNode union => union.Types.IsEmpty,
        EnumTypeDefinitionNode @enum => @enum.Values.IsEmpty,
        InputObjectTypeDefinitionNode input => input.Fields.IsEmpty,
        _ => true,
    };

    /// <summary>SchemaDefinition : Description? schema Directives? { RootOperationTypeDefinition+ }, braces optional in an extension</summary>
    private SchemaDefinitionNode ParseSchemaDefinition(Location start, bool isExtension, StringValueNode? description)
    {
        ExpectKeyword("schema");
        var directives = ParseDirectives(isConst: true);
        ImmutableArray<OperationTypeDefinitionNode> operationTypes = isExtension && !Peek(TokenKind.BraceLeft)
            ? []
            : Many(TokenKind.BraceLeft, static (scoped ref Parser p) => p.ParseOperationTypeDefinition(), TokenKind.BraceRight);
        return new SchemaDefinitionNode(start, isExtension, description, directives, operationTypes);
    }

    /// <summary>RootOperationTypeDefinition : OperationType : NamedType</summary>
    private OperationTypeDefinitionNode ParseOperationTypeDefinition()
    {
        var start = _token.Location;
        var operation = ParseOperationType();
        Expect(TokenKind.Colon);
        return new OperationTypeDefinitionNode(start, operation, ParseNamedType());
    }

    /// <summary>
    /// TypeDefinition : ScalarTypeDefinition | ObjectTypeDefinition | InterfaceTypeDefinition | UnionTypeDefinition
    /// | EnumTypeDefinition | InputObjectTypeDefinition
    /// </summary>
    private TypeDefinitionNode ParseTypeDefinition(Location start, bool isExtension, StringValueNode? description)
    {
        var kind = Keyword();
        Advance();
        var name = ParseName();
        return kind switch
        {
            "scalar" => new ScalarTypeDefinitionNode(start, isExtension, description, name, ParseDirectives(isConst: true)),
            "type" => new ObjectTypeDefinitionNode(
                start, isExtension, description, name, ParseImplementsInterfaces(), ParseDirectives(isConst: true), ParseFieldsDefinition()),
            "interface" => new InterfaceTypeDefinitionNode(
                start, isExtension, description, name, ParseImplementsInterfaces(), ParseDirectives(isConst: true), ParseFieldsDefinition()),
            "union" => new UnionTypeDefinitionNode(
                start, isExtension, description, name, ParseDirectives(isConst: true), ParseUnionMemberTypes()),
            "enum" => new EnumTypeDefinitionNode(
                start, isExtension, description, name, ParseDirectives(isConst: true), ParseEnumValuesDefinition()),
            _ => new InputObjectTypeDefinitionNode(
                start, isExtension, description, name, ParseDirectives(isConst: true), ParseInputFieldsDefinition()),
        };
    }

    /// <summary>ImplementsInterfaces : implements &amp;? NamedType (&amp; NamedType)*</summary>
    private ImmutableArray<NamedTypeNode> ParseImplementsInterfaces() =>
        SkipKeyword("implements") ? DelimitedMany(TokenKind.Ampersand, static (scoped ref Parser p) => p.ParseNamedType()) : [];

    /// <summary>FieldsDefinition : { FieldDefinition+ }</summary>
    private ImmutableArray<FieldDefinitionNode> ParseFieldsDefinition() =>
        OptionalMany(TokenKind.BraceLeft, static (scoped ref Parser p) => p.ParseFieldDefinition(), TokenKind.BraceRight);

    /// <summary>FieldDefinition : Description? Name ArgumentsDefinition? : Type Directives[Const]?</summary>
    private FieldDefinitionNode ParseFieldDefinition()
    {
        var start = _token.Location;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = ParseArgumentsDefinition();
        Expect(TokenKind.Colon);
        return new FieldDefinitionNode(start, description, name, arguments, ParseTypeReference(), ParseDirectives(isConst: true));
    }

    /// <summary>ArgumentsDefinition : ( InputValueDefinition+ )</summary>
    private ImmutableArray<InputValueDefinitionNode> ParseArgumentsDefinition() =>
        OptionalMany(TokenKind.ParenLeft, static (scoped ref Parser p) => p.ParseInputValueDefinition(), TokenKind.ParenRight);

    /// <summary>InputFieldsDefinition : { InputValueDefinition+ }</summary>
    private ImmutableArray<InputValueDefinitionNode> ParseInputFieldsDefinition() =>
        OptionalMany(TokenKind.BraceLeft, static (scoped ref Parser p) => p.ParseInputValueDefinition(), TokenKind.BraceRight);

    /// <summary>InputValueDefinition : Description? Name : Type DefaultValue? Directives[Const]?</summary>
    private InputValueDefinitionNode ParseInputValueDefinition()
    {
        var start = _token.Location;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new InputValueDefinitionNode(start, description, name, ParseTypeReference(), ParseDefaultValue(), ParseDirectives(isConst: true));
    }

    /// <summary>UnionMemberTypes : = |? NamedType (| NamedType)*</summary>
    private ImmutableArray<NamedTypeNode> ParseUnionMemberTypes() =>
        Skip(TokenKind.EqualsSign) ? DelimitedMany(TokenKind.Pipe, static (scoped ref Parser p) => p.ParseNamedType()) : [];

    /// <summary>EnumValuesDefinition : { EnumValueDefinition+ }</summary>
    private ImmutableArray<EnumValueDefinitionNode> ParseEnumValuesDefinition() =>
        OptionalMany(TokenKind.BraceLeft, static (scoped ref Parser p) => p.ParseEnumValueDefinition(), TokenKind.BraceRight);

    /// <summary>EnumValueDefinition : Description? EnumValue Directives[Const]?</summary>
    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        var start = _token.Location;
        var description = ParseDescription();
        if (Keyword() is "true" or "false" or "null")
        {
            Fail(_token.Location, $"Name \"{Text(_token)}\" is reserved and cannot be used for an enum value.");
        }

        return new EnumValueDefinitionNode(start, description, ParseName(), ParseDirectives(isConst: true));
    }

    /// <summary>DirectiveDefinition : Description? directive @ Name ArgumentsDefinition? repeatable? on DirectiveLocations</summary>
    private DirectiveDefinitionNode ParseDirectiveDefinition(Location start, StringValueNode? description)
    {
        ExpectKeyword("directive");
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseArgumentsDefinition();
        var isRepeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        var locations = DelimitedMany(TokenKind.Pipe, static (scoped ref Parser p) => p.ParseDirectiveLocation());
        return new DirectiveDefinitionNode(start, description, name, arguments, isRepeatable, locations);
    }

    private NameNode ParseDirectiveLocation()
    {
        var token = _token;
        var location = ParseName();
        if (!DirectiveLocations.All.Contains(location.Value)) Unexpected(token);

        return location;
    }
}
