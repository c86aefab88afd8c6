namespace GovGraph.GraphQL.Language;

/// <summary>Lexical tokens. Ignored ones (white space, line ends, comments, commas, byte order marks) never leave the lexer.</summary>
internal enum TokenKind
{
    EndOfFile,
    Bang,
    Dollar,
    Ampersand,
    ParenLeft,
    ParenRight,
    Spread,
    Colon,
    EqualsSign,
    At,
    BracketLeft,
    BracketRight,
    BraceLeft,
    Pipe,
    BraceRight,
    Name,
    Int,
    Float,
    String,
    BlockString,

    /// <summary>No token: the lexer's error says why.</summary>
    Invalid,
}
