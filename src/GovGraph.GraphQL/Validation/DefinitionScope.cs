using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Validation;

/// <summary>What an operation or a fragment uses by itself: variables and other fragments.</summary>
internal abstract class DefinitionScope(SelectionSetNode selectionSet)
{
    public SelectionSetNode SelectionSet { get; } = selectionSet;

    /// <summary>Filled while the walk passes.</summary>
    public List<VariableUsage> VariableUsages { get; } = [];

    /// <summary>Fragment spreads at every level: those of a selection set before those of the selection sets inside it, the last of these first.</summary>
    public List<FragmentSpreadNode> Spreads => field ??= CollectSpreads();

    /// <summary>The fragments of these spreads, each once; those that the document does not define left out. Null until asked for.</summary>
    public List<FragmentScope>? SpreadFragments { get; set; }

    private List<FragmentSpreadNode> CollectSpreads()
    {
        var spreads = new List<FragmentSpreadNode>();
        var pending = new Stack<SelectionSetNode>();
        pending.Push(SelectionSet);
        while (pending.TryPop(out var selectionSet))
        {
            foreach (var selection in selectionSet.Selections)
            {
                switch (selection)
                {
                    case FieldNode { SelectionSet: { } inner }: pending.Push(inner); break;
                    case InlineFragmentNode inline: pending.Push(inline.SelectionSet); break;
                    case FragmentSpreadNode spread: spreads.Add(spread); break;
                }
            }
        }

        return spreads;
    }
}

/// <summary>An operation and, once asked for, the fragments it reaches.</summary>
internal sealed class OperationScope(OperationDefinitionNode operation) : DefinitionScope(operation.SelectionSet)
{
    public OperationDefinitionNode Operation { get; } = operation;

    public List<FragmentScope>? ReferencedFragments { get; set; }
}

/// <summary>A fragment; of several with one name, the last is the one that spreads mean.</summary>
internal sealed class FragmentScope(FragmentDefinitionNode fragment, NamedType? typeCondition) : DefinitionScope(fragment.SelectionSet)
{
    public FragmentDefinitionNode Fragment { get; } = fragment;

    public string Name => Fragment.Name.Value;

    /// <summary>Null where the schema has no such type.</summary>
    public NamedType? TypeCondition { get; } = typeCondition;

    /// <summary>The number of the search that reached it last: see <see cref="ValidationContext.NextSearch"/>.</summary>
    public int ReachedBySearch { get; set; }
}
