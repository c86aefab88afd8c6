using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>A fragment that is spread is defined in the document.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Target-Defined"/>
internal sealed class KnownFragmentNames(ValidationContext context) : ValidationRule(context)
{
    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        if (Context.Fragment(spread.Name.Value) is null) Report($"Unknown fragment \"{spread.Name}\".", spread.Name);
    }
}
