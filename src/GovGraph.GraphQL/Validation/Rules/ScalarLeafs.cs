using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>A field with fields of its own has a selection of them; one without has none.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections"/>
internal sealed class ScalarLeafs(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field)
    {
        // Unknown field: FieldsOnCorrectType reports it.
        if (Context.OutputType is not { } type) return;

        if (!type.Named.IsLeaf)
        {
            if (field.SelectionSet is null)
            {
                Report($"Field \"{field.Name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{field.Name} {{ ... }}\"?", field);
            }
        }
        else if (field.SelectionSet is not null)
        {
            Report($"Field \"{field.Name}\" must not have a selection since type \"{type}\" has no subfields.", field.SelectionSet);
        }
    }
}
