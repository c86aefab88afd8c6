using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>A fragment is spread where its type and the type there have objects in common.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Is-Possible"/>
internal sealed class PossibleFragmentSpreads(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<(NamedType, NamedType), bool> _overlaps = [];

    public override void EnterInlineFragment(InlineFragmentNode fragment)
    {
        if (Context is { OutputType: NamedType { IsComposite: true } type, ParentType: { } parent } && !Overlap(type, parent))
        {
            Report($"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", fragment);
        }
    }

    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        if (Context.Fragment(spread.Name.Value)?.TypeCondition is { IsComposite: true } type
            && Context.ParentType is { } parent
            && !Overlap(type, parent))
        {
            Report($"Fragment \"{spread.Name}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", spread);
        }
    }

    private bool Overlap(NamedType a, NamedType b)
    {
        if (a == b) return true;
        if (!a.IsAbstract) return b.IsAbstract && Schema.IsSubType(b, a);
        if (!b.IsAbstract) return Schema.IsSubType(a, b);
        if (_overlaps.TryGetValue((a, b), out var known)) return known;

        var overlap = false;
        foreach (var possible in Context.Schema.PossibleTypes(a)) overlap = overlap || Schema.IsSubType(b, possible);
        return _overlaps[(a, b)] = overlap;
    }
}
