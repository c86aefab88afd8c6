using GovGraph.GraphQL.Tests.Costs;
using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class CostsCanBeReckonedTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl + CostSdl.Directives);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(CostsCanBeReckoned), sdl + CostSdl.Directives, errors);

    [Fact]
    public void Weights_are_numbers() => Valid("""type Query @cost(weight: "2.5") { a(b: Int @cost(weight: "0")): Int @cost(weight: "10") }""");

    [Fact]
    public void Sizes_name_arguments_and_fields() => Valid(
        """type Query { a(first: Int): Page @listSize(assumedSize: 50, slicingArguments: ["first"], sizedFields: ["nodes"]) } type Page { nodes: [Int] }""");

    [Fact]
    public void What_is_no_number_is_no_weight() => Invalid(
        """
        type Query { a: Int @cost(weight: "much") b: Int @cost(weight: "-1") c: Int @cost(weight: "1e400") }
        """,
        """@cost(weight: "much") is no weight: it must be a number of 0 or more, written as a string. (1:35)""",
        """@cost(weight: "-1") is no weight: it must be a number of 0 or more, written as a string. (1:64)""",
        """@cost(weight: "1e400") is no weight: it must be a number of 0 or more, written as a string. (1:91)""");

    [Fact]
    public void Sizes_are_not_negative() => Invalid(
        "type Query { a: [Int] @listSize(assumedSize: -1) }",
        "@listSize(assumedSize: -1) on Query.a must not be negative. (1:33)");

    [Fact]
    public void Slicing_arguments_are_arguments_of_the_field() => Invalid(
        """type Query { a(first: Int): [Int] @listSize(slicingArguments: ["frist"]) }""",
        """@listSize on Query.a slices by "frist", but the field has no such argument. Did you mean "first"? (1:35)""");

    [Fact]
    public void Sized_fields_are_fields_of_the_type() => Invalid(
        """type Query { a: Page @listSize(sizedFields: ["edges"]) } type Page { nodes: [Int] }""",
        """@listSize on Query.a sizes "edges", but Page has no such field. Did you mean "nodes"? (1:22)""");
}
