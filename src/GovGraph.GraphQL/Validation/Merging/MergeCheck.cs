using System.Runtime.InteropServices;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Validation.Merging;

/// <summary>Shows quickly that all fields can be merged, which is so in nearly every document.</summary>
/// <remarks>
/// Goes down the response: (1) the selection sets that meet at one place are taken together, fragments spread once;
/// (2) their fields are grouped by response name, and each is compared with what stands for its group, not with every other;
/// (3) the selection sets of a group meet at the next place. A set of selection sets is looked at once, wherever it occurs.
/// The work is the number of fields that meet, so linear where no fragment is spread.
/// It says no too often in one case: fields inside fields of different object types never meet, but are treated as if they did.
/// Then, and when its budget is used up, <see cref="ConflictSearch"/> decides.
/// </remarks>
internal sealed class MergeCheck(ValidationContext context, WorkBudget budget)
{
    private readonly Queue<List<(SelectionSetNode SelectionSet, NamedType? Type)>> _pending = new();
    private readonly HashSet<SelectionSetNode> _seen = [];
    private readonly HashSet<SelectionSets> _seenTogether = [];
    private readonly HashSet<FragmentScope> _spread = [];

    // Of the place being looked at; kept to be used again.
    private readonly Dictionary<string, ResponseGroup> _groups = [];
    private readonly Stack<ResponseGroup> _spare = new();
    private readonly List<FragmentScope> _fragments = [];
    private int _search;

    public bool Passes()
    {
        foreach (var operation in context.Operations)
        {
            if (!Passes(operation.SelectionSet, context.Schema.RootType(operation.Operation.Operation))) return false;
        }

        foreach (var scope in context.Scopes)
        {
            if (scope is FragmentScope fragment && !_spread.Contains(fragment) && !Passes(fragment.SelectionSet, fragment.TypeCondition)) return false;
        }

        return true;
    }

    private bool Passes(SelectionSetNode root, NamedType? type)
    {
        _pending.Enqueue([(root, type)]);
        while (_pending.TryDequeue(out var together))
        {
            context.ThrowIfCancelled();
            if (!Group(together)) return false;

            foreach (var (_, group) in _groups)
            {
                Follow(group.Inner);
                _spare.Push(group);
            }

            _groups.Clear();
        }

        return true;
    }

    /// <summary>Groups the fields that meet at one place, or stops at two that may conflict.</summary>
    private bool Group(List<(SelectionSetNode SelectionSet, NamedType? Type)> together)
    {
        _search = context.NextSearch();
        _fragments.Clear();
        foreach (var (selectionSet, type) in together)
        {
            if (!Group(selectionSet, type)) return false;
        }

        for (var i = 0; i < _fragments.Count; i++)
        {
            if (!Group(_fragments[i].SelectionSet, _fragments[i].TypeCondition)) return false;
        }

        return true;
    }

    private bool Group(SelectionSetNode selectionSet, NamedType? type)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    if (!budget.TrySpend(1 + field.Arguments.Length)) return false;
                    if (!Group(new SelectedField(field, type, type is null ? null : context.Schema.Field(type, field.Name.Value)))) return false;
                    break;
                case InlineFragmentNode inline:
                    if (!Group(inline.SelectionSet, inline.TypeCondition is { } condition ? context.Type(condition) : type)) return false;
                    break;
                case FragmentSpreadNode spread:
                    if (!budget.TrySpend(1)) return false;
                    if (context.Fragment(spread.Name.Value) is not { } fragment || fragment.ReachedBySearch == _search) break;

                    fragment.ReachedBySearch = _search;
                    _spread.Add(fragment);
                    _fragments.Add(fragment);
                    break;
            }
        }

        return true;
    }

    private bool Group(SelectedField field)
    {
        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, field.Node.ResponseName, out var isKnown);
        if (isKnown) return group!.TryAdd(field);

        group = _spare.TryPop(out var spare) ? spare : new ResponseGroup();
        group.Start(field);
        return true;
    }

    private void Follow(List<(SelectionSetNode SelectionSet, NamedType? Type)> together)
    {
        if (together.Count == 0) return;
        if (together.Count == 1 ? _seen.Add(together[0].SelectionSet) : _seenTogether.Add(SelectionSets.Of(together))) _pending.Enqueue([.. together]);
    }
}
