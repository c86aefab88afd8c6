using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>The lists of the introspection types nest less than three deep: fields in fields in fields cost more than any tool needs.</summary>
/// <remarks>
/// Works through pairs of a fragment and the depth at which it is spread. A fragment is looked at again only when it is met deeper than before,
/// so at most three times, and cycles need no care: with a list in it, a cycle comes round too deep; without, it comes round no deeper.
/// </remarks>
internal sealed class MaxIntrospectionDepth(ValidationContext context) : ValidationRule(context)
{
    private const int MaxDepth = 3;

    private readonly Dictionary<FragmentScope, int> _depths = [];
    private readonly Queue<(FragmentScope Fragment, int Depth)> _pending = new();

    public override void EnterField(FieldNode field)
    {
        if (field.SelectionSet is null || field.Name.Value is not ("__schema" or "__type") || !IsTooDeep(field.SelectionSet)) return;

        Report("Maximum introspection depth exceeded", field);

        // What was on its way when the limit was reached has not been looked at.
        _depths.Clear();
        _pending.Clear();
    }

    private bool IsTooDeep(SelectionSetNode selectionSet)
    {
        if (IsTooDeep(selectionSet, 0)) return true;

        while (_pending.TryDequeue(out var next))
        {
            if (_depths[next.Fragment] == next.Depth && IsTooDeep(next.Fragment.SelectionSet, next.Depth)) return true;
        }

        return false;
    }

    private bool IsTooDeep(SelectionSetNode selectionSet, int depth)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    var fieldDepth = IsList(field) ? depth + 1 : depth;
                    if (fieldDepth == MaxDepth || (field.SelectionSet is { } inner && IsTooDeep(inner, fieldDepth))) return true;
                    break;
                case InlineFragmentNode inline when IsTooDeep(inline.SelectionSet, depth):
                    return true;
                case FragmentSpreadNode spread when Context.Fragment(spread.Name.Value) is { } fragment:
                    if (_depths.TryGetValue(fragment, out var known) && known >= depth) break;

                    _depths[fragment] = depth;
                    _pending.Enqueue((fragment, depth));
                    break;
            }
        }

        return false;
    }

    private static bool IsList(FieldNode field) => field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields";
}
