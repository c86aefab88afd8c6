namespace GovGraph.GraphQL.Language;

public ref partial struct Parser
{
    private readonly string Describe(Token token) => token.Kind switch
    {
        TokenKind.String => $"String \"{StringEscapes.Resolve(Inside(token, 1))}\"",
        TokenKind.BlockString => $"BlockString \"{BlockStrings.Resolve(Inside(token, 3))}\"",
        TokenKind.Name or TokenKind.Int or TokenKind.Float => $"{token.Kind} \"{Text(token)}\"",
        _ => Describe(token.Kind),
    };

    private static string Describe(TokenKind kind) => kind switch
    {
        TokenKind.EndOfFile => "<EOF>",
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Ampersand => "\"&\"",
        TokenKind.ParenLeft => "\"(\"",
        TokenKind.ParenRight => "\")\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.EqualsSign => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.BracketLeft => "\"[\"",
        TokenKind.BracketRight => "\"]\"",
        TokenKind.BraceLeft => "\"{\"",
        TokenKind.Pipe => "\"|\"",
        TokenKind.BraceRight => "\"}\"",
        _ => kind.ToString(),
    };
}
