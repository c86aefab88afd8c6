using System.Collections.Frozen;
using System.Collections.Immutable;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Execution;

/// <summary>The variables that decide what an operation selects: those in its @skip and @include.</summary>
internal static class ConditionVariables
{
    public static ImmutableArray<string> In(OperationDefinitionNode operation, FrozenDictionary<string, FragmentDefinitionNode> fragments)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var visited = new HashSet<string>();
        var waiting = new Stack<SelectionSetNode>([operation.SelectionSet]);
        while (waiting.TryPop(out var selectionSet))
        {
            foreach (var selection in selectionSet.Selections)
            {
                Add(selection.Directives, names);
                var inner = selection switch
                {
                    FieldNode field => field.SelectionSet,
                    InlineFragmentNode fragment => fragment.SelectionSet,
                    FragmentSpreadNode spread when visited.Add(spread.Name.Value) => fragments[spread.Name.Value].SelectionSet,
                    _ => null,
                };
                if (inner is not null) waiting.Push(inner);
            }
        }

        return [.. names];
    }

    private static void Add(ImmutableArray<DirectiveNode> directives, SortedSet<string> names)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value is not ("skip" or "include")) continue;
            foreach (var argument in directive.Arguments)
            {
                if (argument.Value is VariableNode variable) names.Add(variable.Name.Value);
            }
        }
    }
}
