using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Types.Building;

/// <summary>Something that must hold for a schema to be built. Named as the specification names it, where it does.</summary>
internal abstract class TypeSystemRule
{
    public abstract IEnumerable<GraphQLError> Check(TypeSystemDocument document);

    protected static GraphQLError Error(string message, params ReadOnlySpan<Node?> nodes)
    {
        var error = new GraphQLError(message);
        foreach (var node in nodes)
        {
            if (node is not null) error = error with { Locations = error.Locations.Add(node.Location) };
        }

        return error;
    }

    /// <summary>Each item whose name an earlier one has, with that one.</summary>
    protected static IEnumerable<(TNode First, TNode Duplicate)> Duplicates<TNode>(IEnumerable<TNode> nodes, Func<TNode, string> name)
    {
        var firsts = new Dictionary<string, TNode>();
        foreach (var node in nodes)
        {
            if (!firsts.TryAdd(name(node), node)) yield return (firsts[name(node)], node);
        }
    }
}
