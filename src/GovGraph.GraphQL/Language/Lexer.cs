namespace GovGraph.GraphQL.Language;

/// <summary>Cuts a document into tokens without allocating. Copying it is looking ahead.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Language.Source-Text"/>
internal ref partial struct Lexer(ReadOnlySpan<char> source)
{
    private readonly ReadOnlySpan<char> _source = source;
    private int _position;
    private int _line = 1;
    private int _lineStart;

    /// <summary>Why the last token is <see cref="TokenKind.Invalid"/>.</summary>
    public string? Error { get; private set; }

    public Token Next()
    {
        while (_position < _source.Length)
        {
            var c = _source[_position];
            switch (c)
            {
                case ' ' or '\t' or ',' or '\uFEFF':
                    _position++;
                    break;
                case '\n':
                    StartLine(_position + 1);
                    break;
                case '\r':
                    StartLine(_position + (Peek(1) == '\n' ? 2 : 1));
                    break;
                case '#':
                    SkipComment();
                    break;
                case '!': return Punctuator(TokenKind.Bang);
                case '$': return Punctuator(TokenKind.Dollar);
                case '&': return Punctuator(TokenKind.Ampersand);
                case '(': return Punctuator(TokenKind.ParenLeft);
                case ')': return Punctuator(TokenKind.ParenRight);
                case ':': return Punctuator(TokenKind.Colon);
                case '=': return Punctuator(TokenKind.EqualsSign);
                case '@': return Punctuator(TokenKind.At);
                case '[': return Punctuator(TokenKind.BracketLeft);
                case ']': return Punctuator(TokenKind.BracketRight);
                case '{': return Punctuator(TokenKind.BraceLeft);
                case '|': return Punctuator(TokenKind.Pipe);
                case '}': return Punctuator(TokenKind.BraceRight);
                case '.' when Peek(1) == '.' && Peek(2) == '.': return Punctuator(TokenKind.Spread, length: 3);
                case '"': return Peek(1) == '"' && Peek(2) == '"' ? BlockString() : String();
                case '-' or (>= '0' and <= '9'): return Number();
                default:
                    return CodePoints.IsNameStart(c) ? Name() : Invalid(_position, DescribeUnexpected());
            }
        }

        return Take(TokenKind.EndOfFile, _source.Length);
    }

    /// <summary>The character some places on, or NUL, which no token holds, past the end.</summary>
    private readonly char Peek(int offset) => At(_position + offset);

    private readonly char At(int position) => position < _source.Length ? _source[position] : '\0';

    private readonly Location LocationAt(int position) => new(_line, position - _lineStart + 1);

    private void StartLine(int position)
    {
        _line++;
        _position = _lineStart = position;
    }

    private Token Punctuator(TokenKind kind, int length = 1) => Take(kind, _position + length);

    private Token Take(TokenKind kind, int end)
    {
        var token = new Token(kind, _position, end, LocationAt(_position));
        _position = end;
        return token;
    }

    private Token Invalid(int position, string error)
    {
        Error = error;
        return new Token(TokenKind.Invalid, position, position, LocationAt(position));
    }

    /// <summary>Comment :: # CommentChar* — a lone surrogate ends it, and is then refused as a character of its own.</summary>
    private void SkipComment()
    {
        while (_position < _source.Length && _source[_position] is not ('\n' or '\r'))
        {
            var step = CodePoints.ScalarLength(_source, _position);
            if (step == 0) return;
            _position += step;
        }
    }

    /// <summary>Name :: NameStart NameContinue*</summary>
    private Token Name()
    {
        var end = _position + 1;
        while (end < _source.Length && CodePoints.IsNameContinue(_source[end])) end++;

        return Take(TokenKind.Name, end);
    }

    private readonly string DescribeUnexpected()
    {
        if (_source[_position] == '\'') return "Unexpected single quote character ('), did you mean to use a double quote (\")?";

        var what = CodePoints.ScalarLength(_source, _position) == 0 ? "Invalid" : "Unexpected";
        return $"{what} character: {CodePoints.Describe(_source, _position)}.";
    }
}
