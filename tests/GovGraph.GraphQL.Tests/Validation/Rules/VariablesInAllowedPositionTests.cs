using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class VariablesInAllowedPositionTests
{
    private static void Valid(string query) => RuleTest.Valid<VariablesInAllowedPosition>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<VariablesInAllowedPosition>(query, errors);

    [Fact]
    public void A_stricter_variable_fits() => Valid(
        """
        query ($id: ID!, $first: Int!, $states: [State!]!, $any: Json) {
          plan(id: $id) { tasks(first: $first, states: $states) { id } }
          scale(with: $any)
        }
        """);

    [Fact]
    public void A_default_of_either_side_stands_for_null() => Valid(
        """
        query ($first: Int, $more: Int = 5, $strict: Boolean) {
          plans(first: $first, where: { strict: $strict }) { tasks(first: $more) { id } }
        }
        """);

    [Fact]
    public void Unknown_types_and_positions_are_left_to_other_rules() => Valid("query ($a: Nothing, $b: Int) { plan(id: $a, number: $b) { id } unknown(a: $b) scale(with: { a: $b }) }");

    [Fact]
    public void A_nullable_variable_does_not_fit_where_null_is_not_allowed() => Invalid(
        """
        query ($id: ID, $first: Int = null, $year: Int) {
          plan(id: $id) { tasks(first: $first) { id } }
          plans(where: { years: { from: $year } }) { id @include(if: $year) }
        }
        """,
        "1:8 2:12 Variable \"$id\" of type \"ID\" used in position expecting type \"ID!\".",
        "1:17 2:32 Variable \"$first\" of type \"Int\" used in position expecting type \"Int!\".",
        "1:37 3:33 Variable \"$year\" of type \"Int\" used in position expecting type \"Int!\".",
        "1:37 3:62 Variable \"$year\" of type \"Int\" used in position expecting type \"Boolean!\".");

    [Fact]
    public void Lists_do_not_fit_by_themselves() => Invalid(
        """
        query ($one: State!, $some: [State], $title: [String]) {
          plan(id: 1) { tasks(first: 1, states: $one) { id } }
          plans(order: $some) { tasks(first: 1, states: [$one, $some]) { id } title(short: $title) }
        }
        """,
        "1:8 2:41 Variable \"$one\" of type \"State!\" used in position expecting type \"[State!]\".",
        "1:22 3:16 Variable \"$some\" of type \"[State]\" used in position expecting type \"[Order!]\".",
        "1:22 3:56 Variable \"$some\" of type \"[State]\" used in position expecting type \"State!\".",
        "1:38 3:84 Variable \"$title\" of type \"[String]\" used in position expecting type \"Boolean\".");

    [Fact]
    public void A_fragment_is_checked_for_each_operation() => Invalid(
        """
        query A($x: Boolean) { plan(id: 1) { ...T } }
        query B($x: Int) { plan(id: 1) { ...T } }
        fragment T on Plan { title(short: $x) }
        """,
        "2:9 3:35 Variable \"$x\" of type \"Int\" used in position expecting type \"Boolean\".");

    [Fact]
    public void The_one_field_of_a_oneOf_object_is_not_null() => Invalid(
        """
        query ($id: ID, $code: String!, $byDefault: ID = 1) {
          task(key: { id: $id }, required: { code: $code }) { id }
          other: task(required: { id: $byDefault }) { id }
        }
        """,
        "1:8 2:19 Variable \"$id\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"Key\".",
        "1:33 3:31 Variable \"$byDefault\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"Key\".");
}
