using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>A fragment applies to an object, an interface or a union.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragments-on-Object-Interface-or-Union-Types"/>
internal sealed class FragmentsOnCompositeTypes(ValidationContext context) : ValidationRule(context)
{
    public override void EnterInlineFragment(InlineFragmentNode fragment)
    {
        if (fragment.TypeCondition is { } condition && Context.Type(condition) is { IsComposite: false })
        {
            Report($"Fragment cannot condition on non composite type \"{condition}\".", condition);
        }
    }

    public override void EnterFragmentDefinition(FragmentDefinitionNode fragment)
    {
        if (Context.Type(fragment.TypeCondition) is { IsComposite: false })
        {
            Report($"Fragment \"{fragment.Name}\" cannot condition on non composite type \"{fragment.TypeCondition}\".", fragment.TypeCondition);
        }
    }
}
