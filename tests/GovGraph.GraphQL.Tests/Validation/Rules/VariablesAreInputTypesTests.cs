using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class VariablesAreInputTypesTests
{
    private static void Valid(string query) => RuleTest.Valid<VariablesAreInputTypes>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<VariablesAreInputTypes>(query, errors);

    [Fact]
    public void Scalars_enums_and_input_objects_may_come_in() => Valid("query ($a: [[ID!]]!, $b: State, $c: PlanFilter, $d: Nothing) { __typename }");

    [Fact]
    public void What_has_fields_may_not() => Invalid(
        "query ($a: [Plan!]!, $b: Node, $c: Found) { __typename }",
        "1:12 Variable \"$a\" cannot be non-input type \"[Plan!]!\".",
        "1:26 Variable \"$b\" cannot be non-input type \"Node\".",
        "1:36 Variable \"$c\" cannot be non-input type \"Found\".");
}
