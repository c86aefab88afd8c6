namespace GovGraph.GraphQL.Language;

/// <summary>A stretch of the source. Its text is cut out only where a node keeps it.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, Location Location);
