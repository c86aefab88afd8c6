using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Validation.Merging;

/// <summary>Finds every pair of fields that conflict, so that each can be reported; exact, but slower than <see cref="MergeCheck"/>.</summary>
/// <remarks>
/// Each selection set is searched by itself: (A) its own fields against each other, (B) these against every fragment spread in it,
/// (C) the fragments against each other. (D) Two fields that agree are searched for conflicts between the fields inside them:
/// one's own against the other's own, own against fragments, fragments against fragments.
/// A fragment is never compared with itself, and two fragments, or a selection set's own fields and a fragment, only once:
/// in the order of the document, so that a conflict is told where it is met first.
/// </remarks>
internal sealed class ConflictSearch(ValidationContext context, WorkBudget budget)
{
    private const int MaxDepth = 300;

    /// <summary>Telling a conflict costs more than finding none.</summary>
    private const int StepsForConflict = 20;

    private readonly Dictionary<SelectionSetNode, CollectedFields> _collected = [];
    private readonly Dictionary<(FragmentScope, FragmentScope), bool> _comparedFragments = [];
    private int _depth;

    /// <summary>The conflicts inside one selection set, those inside its fields' own selection sets left out.</summary>
    public List<Conflict> In(SelectionSetNode selectionSet, NamedType? type)
    {
        var conflicts = new List<Conflict>();
        var fields = Collected(selectionSet, type);

        // (A)
        foreach (var (_, group) in fields.ByResponseName)
        {
            for (var i = 0; i < group.Count; i++)
            {
                for (var j = i + 1; j < group.Count && !budget.IsExhausted; j++) Compare(group[i], group[j], neverMeet: false, conflicts);
            }
        }

        for (var i = 0; i < fields.Fragments.Count; i++)
        {
            // (B)
            CompareWithFragment(fields, fields.Fragments[i], neverMeet: false, conflicts);

            // (C)
            for (var j = i + 1; j < fields.Fragments.Count; j++) CompareFragments(fields.Fragments[i], fields.Fragments[j], neverMeet: false, conflicts);
        }

        return conflicts;
    }

    private void Compare(SelectedField left, SelectedField right, bool neverMeet, List<Conflict> conflicts)
    {
        if (!budget.TrySpend(1 + Math.Min(left.Node.Arguments.Length, right.Node.Arguments.Length))) return;

        // Fields that never meet may differ in all but shape.
        neverMeet = neverMeet || left.IsOnOtherObject(right);
        if (!neverMeet && left.Node.Name.Value != right.Node.Name.Value)
        {
            Add(Conflict.Between(left, right, $"\"{left.Node.Name}\" and \"{right.Node.Name}\" are different fields"), conflicts);
        }
        else if (!neverMeet && !left.IsSameCall(right))
        {
            Add(Conflict.Between(left, right, "they have differing arguments"), conflicts);
        }
        else if (!left.HasSameShape(right))
        {
            Add(Conflict.Between(left, right, $"they return conflicting types \"{left.Definition!.Type}\" and \"{right.Definition!.Type}\""), conflicts);
        }
        else if (left.Node.SelectionSet is { } leftSet && right.Node.SelectionSet is { } rightSet)
        {
            var inner = new List<Conflict>();
            CompareInside(Collected(leftSet, left.Named), Collected(rightSet, right.Named), neverMeet, inner);
            if (inner.Count > 0) Add(Conflict.Inside(left, right, inner), conflicts);
        }
    }

    private void Add(Conflict conflict, List<Conflict> conflicts)
    {
        conflicts.Add(conflict);
        budget.TrySpend(StepsForConflict);
    }

    /// <summary>(D)</summary>
    private void CompareInside(CollectedFields left, CollectedFields right, bool neverMeet, List<Conflict> conflicts)
    {
        // Deeper than any selection set, so down a chain of fragments: the stack is not to end here.
        if (_depth == MaxDepth)
        {
            budget.Exhaust();
            return;
        }

        _depth++;
        CompareFields(left, right, neverMeet, conflicts);
        foreach (var fragment in right.Fragments) CompareWithFragment(left, fragment, neverMeet, conflicts);
        foreach (var fragment in left.Fragments) CompareWithFragment(right, fragment, neverMeet, conflicts);
        foreach (var leftFragment in left.Fragments)
        {
            foreach (var rightFragment in right.Fragments) CompareFragments(leftFragment, rightFragment, neverMeet, conflicts);
        }

        _depth--;
    }

    private void CompareFields(CollectedFields left, CollectedFields right, bool neverMeet, List<Conflict> conflicts)
    {
        foreach (var (responseName, leftFields) in left.ByResponseName)
        {
            if (!budget.TrySpend(1)) return;
            if (!right.ByResponseName.TryGetValue(responseName, out var rightFields)) continue;

            foreach (var leftField in leftFields)
            {
                foreach (var rightField in rightFields)
                {
                    if (budget.IsExhausted) return;

                    Compare(leftField, rightField, neverMeet, conflicts);
                }
            }
        }
    }

    /// <summary>Fields against a fragment and all fragments spread in it.</summary>
    private void CompareWithFragment(CollectedFields fields, FragmentScope first, bool neverMeet, List<Conflict> conflicts)
    {
        if (fields.ByResponseName.Count == 0) return;

        var pending = new Stack<FragmentScope>();
        pending.Push(first);
        while (pending.TryPop(out var fragment) && budget.TrySpend(1))
        {
            // What has been compared as able to meet need not be compared again; what never met, once more where it may.
            if (fields.ComparedWith.TryGetValue(fragment, out var neverMet) && (neverMeet || !neverMet)) continue;

            fields.ComparedWith[fragment] = neverMeet;
            var fragmentFields = Collected(fragment);
            if (fragmentFields == fields) continue;

            CompareFields(fields, fragmentFields, neverMeet, conflicts);
            for (var i = fragmentFields.Fragments.Count - 1; i >= 0; i--) pending.Push(fragmentFields.Fragments[i]);
        }
    }

    /// <summary>Two fragments, and each with all those spread in the other.</summary>
    private void CompareFragments(FragmentScope firstLeft, FragmentScope firstRight, bool neverMeet, List<Conflict> conflicts)
    {
        var pending = new Stack<(FragmentScope Left, FragmentScope Right)>();
        pending.Push((firstLeft, firstRight));
        while (pending.TryPop(out var pair) && budget.TrySpend(1))
        {
            if (pair.Left == pair.Right) continue;
            if (_comparedFragments.TryGetValue(pair, out var neverMet) && (neverMeet || !neverMet)) continue;

            _comparedFragments[pair] = neverMeet;
            _comparedFragments[(pair.Right, pair.Left)] = neverMeet;
            var (left, right) = (Collected(pair.Left), Collected(pair.Right));
            CompareFields(left, right, neverMeet, conflicts);
            for (var i = left.Fragments.Count - 1; i >= 0; i--) pending.Push((left.Fragments[i], pair.Right));
            for (var i = right.Fragments.Count - 1; i >= 0; i--) pending.Push((pair.Left, right.Fragments[i]));
        }
    }

    private CollectedFields Collected(FragmentScope fragment) => Collected(fragment.SelectionSet, fragment.TypeCondition);

    private CollectedFields Collected(SelectionSetNode selectionSet, NamedType? type)
    {
        if (!_collected.TryGetValue(selectionSet, out var fields)) _collected.Add(selectionSet, fields = new CollectedFields(context, selectionSet, type));
        return fields;
    }
}
