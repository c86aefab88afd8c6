namespace GovGraph.GraphQL.Language;

internal ref partial struct Lexer
{
    /// <summary>StringValue :: " StringCharacter* "</summary>
    private Token String()
    {
        var position = _position + 1;
        while (position < _source.Length)
        {
            switch (_source[position])
            {
                case '"':
                    return Take(TokenKind.String, position + 1);
                case '\n' or '\r':
                    return Invalid(position, "Unterminated string.");
                case '\\':
                    var length = StringEscapes.Read(_source[position..], out _);
                    if (length < 0) return Invalid(position, StringEscapes.DescribeInvalid(_source[position..]));
                    position += length;
                    break;
                default:
                    var step = CodePoints.ScalarLength(_source, position);
                    if (step == 0) return InvalidInString(position);
                    position += step;
                    break;
            }
        }

        return Invalid(position, "Unterminated string.");
    }

    /// <summary>StringValue :: """ BlockStringCharacter* """</summary>
    private Token BlockString()
    {
        // The token starts on this line; the lexer goes on from the line it ends on.
        var start = LocationAt(_position);
        var position = _position + 3;
        while (position < _source.Length)
        {
            switch (_source[position])
            {
                case '"' when At(position + 1) == '"' && At(position + 2) == '"':
                    var token = new Token(TokenKind.BlockString, _position, position + 3, start);
                    _position = token.End;
                    return token;
                case '\\' when At(position + 1) == '"' && At(position + 2) == '"' && At(position + 3) == '"':
                    position += 4;
                    break;
                case '\n' or '\r':
                    position += _source[position] == '\r' && At(position + 1) == '\n' ? 2 : 1;
                    _line++;
                    _lineStart = position;
                    break;
                default:
                    var step = CodePoints.ScalarLength(_source, position);
                    if (step == 0) return InvalidInString(position);
                    position += step;
                    break;
            }
        }

        return Invalid(position, "Unterminated string.");
    }

    private Token InvalidInString(int position) => Invalid(position, $"Invalid character within String: {Describe(position)}.");
}
