using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class FragmentsOnCompositeTypesTests
{
    private static void Valid(string query) => RuleTest.Valid<FragmentsOnCompositeTypes>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<FragmentsOnCompositeTypes>(query, errors);

    [Fact]
    public void Objects_interfaces_and_unions_are_composite() => Valid(
        "{ node(id: 1) { ... on Plan { id } ... on Dated { due } ... { id } } found { ...F } } fragment F on Found { __typename }");

    [Fact]
    public void Unknown_types_are_left_to_KnownTypeNames() => Valid("{ ... on Nothing { id } }");

    [Fact]
    public void Other_types_are_not_composite() => Invalid(
        """
        { ... on State { id } ...F }
        fragment F on PlanFilter { id }
        """,
        "1:10 Fragment cannot condition on non composite type \"State\".",
        "2:15 Fragment \"F\" cannot condition on non composite type \"PlanFilter\".");
}
