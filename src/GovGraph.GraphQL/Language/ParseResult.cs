using System.Diagnostics.CodeAnalysis;
using GovGraph.GraphQL.Errors;

namespace GovGraph.GraphQL.Language;

/// <summary>What parsing gave: a node, or the one error that stopped it.</summary>
public readonly struct ParseResult<TNode> where TNode : Node
{
    internal ParseResult(TNode? node, GraphQLError? error) => (Node, Error) = (node, error);

    [MemberNotNullWhen(true, nameof(Node))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsParsed => Error is null;

    public TNode? Node { get; }

    public GraphQLError? Error { get; }
}
