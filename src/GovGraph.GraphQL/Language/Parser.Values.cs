namespace GovGraph.GraphQL.Language;

public ref partial struct Parser
{
    /// <summary>
    /// Value[Const] : [if not Const] Variable | IntValue | FloatValue | StringValue | BooleanValue | NullValue | EnumValue
    /// | ListValue[?Const] | ObjectValue[?Const]
    /// </summary>
    private ValueNode ParseValueLiteral(bool isConst)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.Dollar:
                return isConst ? ParseMisplacedVariable() : ParseVariable();
            case TokenKind.Int:
                Advance();
                return new IntValueNode(token.Location, Text(token).ToString());
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(token.Location, Text(token).ToString());
            case TokenKind.String or TokenKind.BlockString:
                return ParseStringLiteral();
            case TokenKind.Name:
                return ParseNameLiteral();
            case TokenKind.BracketLeft:
                return ParseListValue(isConst);
            case TokenKind.BraceLeft:
                return ParseObjectValue(isConst);
            default:
                Unexpected(token);
                return new NullValueNode(token.Location);
        }
    }

    /// <summary>BooleanValue : one of true false; NullValue : null; EnumValue : Name but not true, false or null</summary>
    private ValueNode ParseNameLiteral()
    {
        var token = _token;
        Advance();
        return Text(token) switch
        {
            "true" => new BooleanValueNode(token.Location, true),
            "false" => new BooleanValueNode(token.Location, false),
            "null" => new NullValueNode(token.Location),
            var name => new EnumValueNode(token.Location, name.ToString()),
        };
    }

    private StringValueNode ParseStringLiteral()
    {
        var token = _token;
        Advance();
        var isBlock = token.Kind == TokenKind.BlockString;
        var value = isBlock ? BlockStrings.Resolve(Inside(token, 3)) : StringEscapes.Resolve(Inside(token, 1));
        return new StringValueNode(token.Location, value, isBlock);
    }

    /// <summary>A string token without its quotes.</summary>
    private readonly ReadOnlySpan<char> Inside(Token token, int quotes) => _source[(token.Start + quotes)..(token.End - quotes)];

    /// <summary>Variable : $ Name</summary>
    private VariableNode ParseVariable()
    {
        var start = _token.Location;
        Expect(TokenKind.Dollar);
        return new VariableNode(start, ParseName());
    }

    private NullValueNode ParseMisplacedVariable()
    {
        var dollar = _token;
        Advance();
        if (Peek(TokenKind.Name)) Fail(dollar.Location, $"Unexpected variable \"${Text(_token)}\" in constant value.");
        else Unexpected(dollar);

        return new NullValueNode(dollar.Location);
    }

    /// <summary>ListValue[Const] : [ Value[?Const]* ]</summary>
    private ListValueNode ParseListValue(bool isConst)
    {
        var start = _token.Location;
        Descend();
        var values = Any<ValueNode>(
            TokenKind.BracketLeft,
            isConst
                ? static (scoped ref Parser p) => p.ParseValueLiteral(isConst: true)
                : static (scoped ref Parser p) => p.ParseValueLiteral(isConst: false),
            TokenKind.BracketRight);
        Ascend();
        return new ListValueNode(start, values);
    }

    /// <summary>ObjectValue[Const] : { ObjectField[?Const]* }</summary>
    private ObjectValueNode ParseObjectValue(bool isConst)
    {
        var start = _token.Location;
        Descend();
        var fields = Any<ObjectFieldNode>(
            TokenKind.BraceLeft,
            isConst
                ? static (scoped ref Parser p) => p.ParseObjectField(isConst: true)
                : static (scoped ref Parser p) => p.ParseObjectField(isConst: false),
            TokenKind.BraceRight);
        Ascend();
        return new ObjectValueNode(start, fields);
    }

    /// <summary>ObjectField[Const] : Name : Value[?Const]</summary>
    private ObjectFieldNode ParseObjectField(bool isConst)
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ObjectFieldNode(name.Location, name, ParseValueLiteral(isConst));
    }

    /// <summary>DefaultValue : = Value[Const]</summary>
    private ValueNode? ParseDefaultValue() => Skip(TokenKind.EqualsSign) ? ParseValueLiteral(isConst: true) : null;

    /// <summary>Type : NamedType | ListType | NonNullType</summary>
    private TypeNode ParseTypeReference()
    {
        var start = _token.Location;
        TypeNode type;
        if (Peek(TokenKind.BracketLeft))
        {
            Descend();
            Skip(TokenKind.BracketLeft);
            type = new ListTypeNode(start, ParseTypeReference());
            Expect(TokenKind.BracketRight);
            Ascend();
        }
        else
        {
            type = ParseNamedType();
        }

        return Skip(TokenKind.Bang) ? new NonNullTypeNode(start, type) : type;
    }

    /// <summary>NamedType : Name</summary>
    private NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(name.Location, name);
    }
}
