using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class ScalarLeafsTests
{
    private static void Valid(string query) => RuleTest.Valid<ScalarLeafs>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<ScalarLeafs>(query, errors);

    [Fact]
    public void Composite_fields_have_selections_and_leaves_have_none() => Valid("{ plans { id year tasks(first: 1) { state year } } unknown }");

    [Fact]
    public void A_composite_field_needs_a_selection() => Invalid(
        "{ plans found }",
        "1:3 Field \"plans\" of type \"[Plan!]!\" must have a selection of subfields. Did you mean \"plans { ... }\"?",
        "1:9 Field \"found\" of type \"[Found]\" must have a selection of subfields. Did you mean \"found { ... }\"?");

    [Fact]
    public void A_leaf_has_nothing_to_select() => Invalid(
        "{ plans { year { of } id @once { of } } }",
        "1:16 Field \"year\" must not have a selection since type \"Int\" has no subfields.",
        "1:32 Field \"id\" must not have a selection since type \"ID!\" has no subfields.");
}
