using System.Collections.Immutable;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation;

/// <summary>Finds names that stand more than once in one list.</summary>
internal static class DuplicateNames
{
    private const int FewNames = 8;

    /// <summary>Each name that occurs more than once, with all its occurrences in order.</summary>
    public static IEnumerable<List<NameNode>> In<TNode>(ImmutableArray<TNode> nodes, Func<TNode, NameNode> nameOf) where TNode : Node =>
        AreDistinct(nodes, nameOf) ? [] : Groups(nodes, nameOf);

    private static bool AreDistinct<TNode>(ImmutableArray<TNode> nodes, Func<TNode, NameNode> nameOf) where TNode : Node
    {
        if (nodes.Length > FewNames)
        {
            var names = new HashSet<string>(nodes.Length);
            foreach (var node in nodes)
            {
                if (!names.Add(nameOf(node).Value)) return false;
            }

            return true;
        }

        for (var i = 1; i < nodes.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (nameOf(nodes[i]).Value == nameOf(nodes[j]).Value) return false;
            }
        }

        return true;
    }

    private static IEnumerable<List<NameNode>> Groups<TNode>(ImmutableArray<TNode> nodes, Func<TNode, NameNode> nameOf) where TNode : Node
    {
        var groups = new OrderedDictionary<string, List<NameNode>>();
        foreach (var node in nodes)
        {
            var name = nameOf(node);
            if (!groups.TryGetValue(name.Value, out var group)) groups.Add(name.Value, group = []);
            group.Add(name);
        }

        return groups.Values.Where(group => group.Count > 1);
    }
}
