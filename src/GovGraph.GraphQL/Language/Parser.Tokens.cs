using System.Globalization;
using GovGraph.GraphQL.Errors;

namespace GovGraph.GraphQL.Language;

public ref partial struct Parser
{
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
            FailAtLimit($"Document contains more than {_limits.MaxTokens} tokens. Send a shorter one.");
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

    private void FailAtLimit(FormattableString message) => Fail(_token.Location, message.ToString(CultureInfo.InvariantCulture));

    /// <summary>One level deeper: too many of them would overflow the stack, here or in whoever walks the nodes.</summary>
    private void Descend()
    {
        if (++_depth > _limits.MaxDepth)
        {
            FailAtLimit($"Document nests deeper than {_limits.MaxDepth} levels. Send a flatter one.");
        }
    }

    private void Ascend() => _depth--;
}
