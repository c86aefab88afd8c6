using GovGraph.GraphQL.Errors;

namespace GovGraph.GraphQL.Language;

/// <summary>Reads documents, values and types by recursive descent. Never throws: an error is a value in the result.</summary>
/// <remarks>
/// After the first error the parser sees only the end of the document, so that every production ends by itself;
/// what they still return is thrown away.
/// </remarks>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Document"/>
public ref partial struct Parser
{
    private readonly ReadOnlySpan<char> _source;
    private readonly ParserLimits _limits;
    private Lexer _lexer;
    private Token _token;
    private int _tokens;
    private int _depth;
    private GraphQLError? _error;

    private Parser(ReadOnlySpan<char> source, ParserLimits? limits)
    {
        _source = source;
        _limits = limits ?? ParserLimits.Default;
        _lexer = new Lexer(source);
        Advance();
    }

    /// <summary>Document : Definition+</summary>
    public static ParseResult<DocumentNode> Parse(string source, ParserLimits? limits = null)
    {
        var parser = new Parser(source, limits);
        var location = new Location(1, 1);
        var definitions = new NodeList<DefinitionNode>();
        do
        {
            definitions.Add(parser.ParseDefinition());
        }
        while (parser._token.Kind != TokenKind.EndOfFile);

        return parser.Finish(new DocumentNode(location, definitions.ToImmutable()));
    }

    /// <summary>A value alone, without variables unless they are allowed.</summary>
    internal static ParseResult<ValueNode> ParseValue(string source, bool allowVariables = false, ParserLimits? limits = null)
    {
        var parser = new Parser(source, limits);
        var value = parser.ParseValueLiteral(isConst: !allowVariables);
        return parser.Finish(value);
    }

    /// <summary>A type reference alone, like [ID!]!.</summary>
    internal static ParseResult<TypeNode> ParseType(string source, ParserLimits? limits = null)
    {
        var parser = new Parser(source, limits);
        var type = parser.ParseTypeReference();
        return parser.Finish(type);
    }

    private ParseResult<TNode> Finish<TNode>(TNode node) where TNode : Node
    {
        Expect(TokenKind.EndOfFile);
        return new ParseResult<TNode>(_error is null ? node : null, _error);
    }

    /// <summary>Definition : ExecutableDefinition | TypeSystemDefinition | TypeSystemExtension</summary>
    private DefinitionNode ParseDefinition()
    {
        var start = _token.Location;
        if (Peek(TokenKind.BraceLeft)) return ParseShorthandOperation();

        var description = ParseDescription();
        switch (Keyword())
        {
            case "query" or "mutation" or "subscription": return ParseOperationDefinition(start, description);
            case "fragment": return ParseFragmentDefinition(start, description);
            case "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" or "directive":
                return ParseTypeSystemDefinition(start, description);
            case "extend" when description is null: return ParseTypeSystemExtension(start);
        }

        if (description is not null && _token.Kind == TokenKind.BraceLeft)
        {
            Fail(start, "Unexpected description, descriptions are not supported on shorthand queries.");
        }
        else if (description is not null && _token.Kind == TokenKind.Name)
        {
            Fail(start, "Unexpected description, only GraphQL definitions support descriptions.");
        }
        else
        {
            Unexpected(_token);
        }

        return ParseShorthandOperation();
    }

    /// <summary>Description : StringValue</summary>
    private StringValueNode? ParseDescription() =>
        _token.Kind is TokenKind.String or TokenKind.BlockString ? ParseStringLiteral() : null;

    private NameNode ParseName()
    {
        var token = _token;
        return Expect(TokenKind.Name) ? new NameNode(token.Location, Text(token).ToString()) : new NameNode(token.Location, "");
    }
}
