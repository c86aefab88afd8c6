using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedVariablesTests
{
    private static void Valid(string query) => RuleTest.Valid<NoUnusedVariables>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<NoUnusedVariables>(query, errors);

    [Fact]
    public void Use_in_a_fragment_counts() => Valid("query ($a: Boolean, $b: ID!) { plan(id: $b) { ...T } } fragment T on Plan { ...S } fragment S on Plan { title(short: $a) }");

    [Fact]
    public void Use_in_a_fragment_that_is_not_spread_does_not() => Invalid(
        """
        query A($a: Boolean, $b: [Boolean] = [true]) { __typename }
        query B($a: Boolean) { plan(id: 1) { ...T } }
        fragment T on Plan { title(short: $a) }
        fragment S on Plan { title(short: $b) }
        """,
        "1:9 Variable \"$a\" is never used in operation \"A\".",
        "1:22 Variable \"$b\" is never used in operation \"A\".");

    [Fact]
    public void An_operation_need_not_have_a_name() => Invalid("query ($a: Boolean) { __typename }", "1:8 Variable \"$a\" is never used.");
}
