using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Validation.Merging;

/// <summary>The fields of a selection set by response name, inline fragments opened, and the fragments that it spreads.</summary>
internal sealed class CollectedFields
{
    private readonly HashSet<FragmentScope> _distinctFragments = [];

    public CollectedFields(ValidationContext context, SelectionSetNode selectionSet, NamedType? type) => Collect(context, selectionSet, type);

    public OrderedDictionary<string, List<SelectedField>> ByResponseName { get; } = [];

    public List<FragmentScope> Fragments { get; } = [];

    /// <summary>The fragments compared with these fields already, and whether only as parts of fields that never meet.</summary>
    public Dictionary<FragmentScope, bool> ComparedWith { get; } = [];

    private void Collect(ValidationContext context, SelectionSetNode selectionSet, NamedType? type)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    if (!ByResponseName.TryGetValue(field.ResponseName, out var fields)) ByResponseName.Add(field.ResponseName, fields = []);
                    fields.Add(new SelectedField(field, type, type is null ? null : context.Schema.Field(type, field.Name.Value)));
                    break;
                case InlineFragmentNode inline:
                    Collect(context, inline.SelectionSet, inline.TypeCondition is { } condition ? context.Type(condition) : type);
                    break;
                case FragmentSpreadNode spread:
                    if (context.Fragment(spread.Name.Value) is { } fragment && _distinctFragments.Add(fragment)) Fragments.Add(fragment);
                    break;
            }
        }
    }
}
