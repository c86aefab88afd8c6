using System.Collections.Immutable;
using System.Globalization;
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

    private delegate TNode Production<TNode>(scoped ref Parser parser);

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
    public static ParseResult<ValueNode> ParseValue(string source, bool allowVariables = false, ParserLimits? limits = null)
    {
        var parser = new Parser(source, limits);
        var value = parser.ParseValueLiteral(isConst: !allowVariables);
        return parser.Finish(value);
    }

    /// <summary>A type reference alone, like [ID!]!.</summary>
    public static ParseResult<TypeNode> ParseType(string source, ParserLimits? limits = null)
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

    // ---- Tokens

    private readonly ReadOnlySpan<char> Text(Token token) => _source[token.Start..token.End];

    /// <summary>The text of the current token where it is a name; empty otherwise.</summary>
    private readonly ReadOnlySpan<char> Keyword() => _token.Kind == TokenKind.Name ? Text(_token) : default;

    private readonly bool Peek(TokenKind kind) => _token.Kind == kind;

    private void Advance()
    {
        if (_error is not null) return;

        _token = _lexer.Next();
        if (_token.Kind == TokenKind.Invalid)
        {
            Fail(_token.Location, _lexer.Error!);
        }
        else if (_token.Kind != TokenKind.EndOfFile && ++_tokens > _limits.MaxTokens)
        {
            Fail(_token.Location, string.Create(CultureInfo.InvariantCulture, $"Document contains more than {_limits.MaxTokens} tokens. Send a shorter one."));
        }
    }

    private bool Skip(TokenKind kind)
    {
        if (_token.Kind != kind) return false;

        Advance();
        return true;
    }

    private bool SkipKeyword(ReadOnlySpan<char> keyword)
    {
        if (!Keyword().SequenceEqual(keyword)) return false;

        Advance();
        return true;
    }

    private bool Expect(TokenKind kind)
    {
        if (Skip(kind)) return true;

        Fail(_token.Location, $"Expected {Describe(kind)}, found {Describe(_token)}.");
        return false;
    }

    private void ExpectKeyword(string keyword)
    {
        if (!SkipKeyword(keyword)) Fail(_token.Location, $"Expected \"{keyword}\", found {Describe(_token)}.");
    }

    private void Unexpected(Token token) => Fail(token.Location, $"Unexpected {Describe(token)}.");

    private void Fail(Location location, string message)
    {
        _error ??= new GraphQLError($"Syntax Error: {message}") { Locations = [location], Code = "HC0014" };
        _token = new Token(TokenKind.EndOfFile, _source.Length, _source.Length, location);
    }

    /// <summary>One level deeper: too many of them would overflow the stack, here or in whoever walks the nodes.</summary>
    private void Descend()
    {
        if (++_depth > _limits.MaxDepth)
        {
            Fail(_token.Location, string.Create(CultureInfo.InvariantCulture, $"Document nests deeper than {_limits.MaxDepth} levels. Send a flatter one."));
        }
    }

    private void Ascend() => _depth--;

    // ---- Lists of productions

    /// <summary>open Production+ close</summary>
    private ImmutableArray<TNode> Many<TNode>(TokenKind open, Production<TNode> production, TokenKind close)
    {
        if (!Expect(open)) return [];

        var nodes = new NodeList<TNode>();
        do
        {
            nodes.Add(production(ref this));
        }
        while (!Skip(close) && _error is null);

        return nodes.ToImmutable();
    }

    /// <summary>(open Production+ close)?</summary>
    private ImmutableArray<TNode> OptionalMany<TNode>(TokenKind open, Production<TNode> production, TokenKind close) =>
        Peek(open) ? Many(open, production, close) : [];

    /// <summary>open Production* close</summary>
    private ImmutableArray<TNode> Any<TNode>(TokenKind open, Production<TNode> production, TokenKind close)
    {
        Expect(open);
        var nodes = new NodeList<TNode>();
        while (!Skip(close) && _error is null) nodes.Add(production(ref this));

        return nodes.ToImmutable();
    }

    /// <summary>delimiter? Production (delimiter Production)*</summary>
    private ImmutableArray<TNode> DelimitedMany<TNode>(TokenKind delimiter, Production<TNode> production)
    {
        Skip(delimiter);
        var nodes = new NodeList<TNode>();
        do
        {
            nodes.Add(production(ref this));
        }
        while (Skip(delimiter));

        return nodes.ToImmutable();
    }
}
