using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class NoUndefinedVariablesTests
{
    private static void Valid(string query) => RuleTest.Valid<NoUndefinedVariables>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<NoUndefinedVariables>(query, errors);

    [Fact]
    public void Variables_are_defined_for_the_fragments_too() => Valid(
        """
        query A($id: ID!, $short: Boolean) { plan(id: $id) { ...T } }
        query B($short: Boolean) { plans(where: { and: [{ strict: $short }] }) { ...T } }
        fragment T on Plan { title(short: $short) @include(if: $short) ...T }
        """);

    [Fact]
    public void An_undefined_one_is_reported_for_each_operation() => Invalid(
        """
        query A { plan(id: $id) { ...T } }
        query B($id: ID!) { plan(id: $id) { ...T } }
        fragment T on Plan { title(short: $short) @skip(if: $short) }
        """,
        "1:20 1:1 Variable \"$id\" is not defined by operation \"A\".",
        "3:35 1:1 Variable \"$short\" is not defined by operation \"A\".",
        "3:53 1:1 Variable \"$short\" is not defined by operation \"A\".",
        "3:35 2:1 Variable \"$short\" is not defined by operation \"B\".",
        "3:53 2:1 Variable \"$short\" is not defined by operation \"B\".");

    [Fact]
    public void An_operation_need_not_have_a_name() => Invalid("{ scale(with: [{ a: $x }]) }", "1:21 1:1 Variable \"$x\" is not defined.");
}
