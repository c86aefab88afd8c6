using Xunit;
using static GovGraph.GraphQL.Tests.Comparison.ComparisonTest;

namespace GovGraph.GraphQL.Tests.Comparison;

public sealed class InputValueComparisonTests
{
    [Fact]
    public void An_argument_may_come_if_it_is_optional() => Changes(
        "type A { a(b: Int): Int }",
        "type A { a(c: Int, d: Int!, e: Int! = 1): Int }",
        "Breaking A.a(b:): The argument was removed.",
        "Breaking A.a(d:): The argument was added, and it is required.",
        "Dangerous A.a(c:): The argument was added, and it is optional.",
        "Dangerous A.a(e:): The argument was added, and it is optional.");

    [Fact]
    public void A_field_of_an_input_object_may_come_if_it_is_optional() => Changes(
        "input A { a: Int b: Int }",
        "input A { a: Int c: Int d: Int! }",
        "Breaking A.b: The input field was removed.",
        "Breaking A.d: The input field was added, and it is required.",
        "Dangerous A.c: The input field was added, and it is optional.");

    [Theory]
    [InlineData("Int!", "Int")]
    [InlineData("[Int!]", "[Int]")]
    [InlineData("[Int!]!", "[Int]")]
    public void An_argument_may_ask_for_less(string before, string after) => Changes(
        $"type A {{ a(b: {before}): Int }}", $"type A {{ a(b: {after}): Int }}", $"Safe A.a(b:): The type changed from {before} to {after}.");

    [Theory]
    [InlineData("Int", "Int!")]
    [InlineData("[Int]", "[Int!]")]
    [InlineData("[Int]!", "[Int!]")]
    [InlineData("Int", "[Int]")]
    [InlineData("Int", "Float")]
    public void An_argument_may_not_ask_for_more_or_something_else(string before, string after) => Changes(
        $"type A {{ a(b: {before}): Int }}", $"type A {{ a(b: {after}): Int }}", $"Breaking A.a(b:): The type changed from {before} to {after}.");

    [Fact]
    public void A_default_that_changes_is_noticed_by_those_who_leave_it_out() => Changes(
        """input I { x: Int y: Int } type A { a(b: Int = 1, c: Int = 1, d: Int, e: I = { x: 1, y: 2 }, f: String = "f", g: Int = null): Int }""",
        "input I { x: Int y: Int } type A { a(b: Int = 2, c: Int, d: Int = 3, e: I = { y: 2, x: 1 }, f: String = \"\"\"f\"\"\", g: Int = 0): Int }",
        "Dangerous A.a(b:): The default changed from 1 to 2.",
        "Dangerous A.a(c:): The default 1 was removed.",
        "Dangerous A.a(d:): The default 3 was added.",
        "Dangerous A.a(g:): The default changed from null to 0.");

    [Fact]
    public void A_default_decides_whether_a_value_must_be_given() => Changes(
        "input A { a: Int! = 1 b: Int! c: Int! = 1 }",
        "input A { a: Int! b: Int! = 2 c: Int }",
        "Breaking A.a: It is required now: the default 1 was removed.",
        "Dangerous A.c: The default 1 was removed.",
        "Safe A.b: It may be left out now: the default 2 was added.",
        "Safe A.c: The type changed from Int! to Int.");
}
