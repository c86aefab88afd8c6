using System.Collections.Immutable;

namespace GovGraph.GraphQL.Language;

public ref partial struct Parser
{
    private delegate TNode Production<TNode>(scoped ref Parser parser);

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
