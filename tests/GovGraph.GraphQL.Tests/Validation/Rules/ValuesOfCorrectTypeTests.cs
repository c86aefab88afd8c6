using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class ValuesOfCorrectTypeTests
{
    private static void Valid(string query) => RuleTest.Valid<ValuesOfCorrectType>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<ValuesOfCorrectType>(query, errors);

    [Fact]
    public void Literals_of_the_type_are_fine() => Valid(
        """
        query ($filter: PlanFilter = { year: 2024, titles: ["a", null], order: YEAR, and: { strict: true } }, $null: Int = null) {
          plan(id: "a") { title(short: true) tasks(first: 3, state: DONE, states: OPEN) { id } }
          other: plan(id: 5) { id }
          plans(where: { years: { from: 1 } }) { id }
          scale(by: 3, with: { any: ["thing", $null, { goes: $filter }] })
          task(key: { id: 1 }, required: { code: "a" }) { id }
        }
        """);

    [Fact]
    public void Unknown_arguments_and_types_are_left_to_other_rules() => Valid("query ($a: Nothing = 1, $b: Plan = 2) { plan(id: 1, x: {}) { id } unknown(x: []) }");

    [Fact]
    public void Scalars_take_only_their_own_literals() => Invalid(
        "{ plan(id: 1.5) { tasks(first: \"1\") { id } title(short: 1) } scale(by: \"2\") plans(where: { titles: [1], year: 99999999999 }) { id } }",
        "1:12 ID cannot represent a non-string and non-integer value: 1.5",
        "1:32 Int cannot represent non-integer value: \"1\"",
        "1:57 Boolean cannot represent a non boolean value: 1",
        "1:72 Float cannot represent non numeric value: \"2\"",
        "1:101 String cannot represent a non string value: 1",
        "1:111 Int cannot represent non 32-bit signed integer value: 99999999999");

    [Fact]
    public void Null_is_no_value_of_a_non_null_type() => Invalid(
        "query ($a: Int! = null) { plan(id: null) { tasks(first: 1, states: [null]) { id } } }",
        "1:19 Expected value of type \"Int!\", found null.",
        "1:36 Expected value of type \"ID!\", found null.",
        "1:69 Expected value of type \"State!\", found null.");

    [Fact]
    public void Enums_take_their_own_names() => Invalid(
        "{ plan(id: 1) { tasks(first: 1, state: OPENED, states: [\"DONE\", 1, done]) { id } } }",
        "1:40 Value \"OPENED\" does not exist in \"State\" enum. Did you mean the enum value \"OPEN\"?",
        "1:57 Enum \"State\" cannot represent non-enum value: \"DONE\". Did you mean the enum value \"DONE\"?",
        "1:65 Enum \"State\" cannot represent non-enum value: 1.",
        "1:68 Value \"done\" does not exist in \"State\" enum. Did you mean the enum value \"DONE\"?");

    [Fact]
    public void Input_objects_take_objects_with_their_fields() => Invalid(
        "query ($a: Range = { to: 1 }) { plans(where: { yeer: 1, years: [{ from: 1 }], and: 5 }) { id } }",
        "1:20 Field \"Range.from\" of required type \"Int!\" was not provided.",
        "1:48 Field \"yeer\" is not defined by type \"PlanFilter\". Did you mean \"year\" or \"years\"?",
        "1:64 Expected value of type \"Range\", found [{from: 1}].",
        "1:84 Expected value of type \"[PlanFilter!]\", found 5.");

    [Fact]
    public void Lists_are_for_lists() => Invalid(
        "{ plan(id: [1]) { title(short: [true]) } }",
        "1:12 ID cannot represent a non-string and non-integer value: [1]",
        "1:32 Boolean cannot represent a non boolean value: [true]");

    [Fact]
    public void Directives_take_values_too() => Invalid("{ __typename @include(if: \"yes\") }", "1:27 Boolean cannot represent a non boolean value: \"yes\"");

    [Fact]
    public void A_oneOf_object_takes_exactly_one_field() => Invalid(
        """
        {
          task(key: {}, required: { id: 1, code: "a" }) { id }
          other: task(required: { id: null }) { id }
        }
        """,
        "2:13 OneOf Input Object \"Key\" must specify exactly one key.",
        "2:27 OneOf Input Object \"Key\" must specify exactly one key.",
        "3:25 Field \"Key.id\" must be non-null.");
}
