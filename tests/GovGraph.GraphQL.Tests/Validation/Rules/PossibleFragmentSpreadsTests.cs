using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class PossibleFragmentSpreadsTests
{
    private static void Valid(string query) => RuleTest.Valid<PossibleFragmentSpreads>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<PossibleFragmentSpreads>(query, errors);

    [Fact]
    public void Types_that_share_objects_go_together() => Valid(
        """
        { found { ...P ... on Dated { due } ... on Node { id } } node(id: 1) { ... on Found { __typename } ...P } plans { ... on Found { ... on Node { id } } ... { id } } }
        fragment P on Plan { id }
        """);

    [Fact]
    public void What_is_no_composite_type_is_left_to_other_rules() => Valid("{ ... on State { id } ... on Nothing { id } ...Nowhere plans { ...S } } fragment S on State { id }");

    [Fact]
    public void Types_that_share_none_do_not() => Invalid(
        """
        {
          plans { ... on Task { id } ...U }
          found { ...U ... on Hidden { secret } ... on Owner { __typename } }
          node(id: 1) { ...U }
        }
        fragment U on Unit { name }
        """,
        "2:11 Fragment cannot be spread here as objects of type \"Plan\" can never be of type \"Task\".",
        "2:30 Fragment \"U\" cannot be spread here as objects of type \"Plan\" can never be of type \"Unit\".",
        "3:11 Fragment \"U\" cannot be spread here as objects of type \"Found\" can never be of type \"Unit\".",
        "3:16 Fragment cannot be spread here as objects of type \"Found\" can never be of type \"Hidden\".",
        "3:41 Fragment cannot be spread here as objects of type \"Found\" can never be of type \"Owner\".",
        "4:17 Fragment \"U\" cannot be spread here as objects of type \"Node\" can never be of type \"Unit\".");
}
