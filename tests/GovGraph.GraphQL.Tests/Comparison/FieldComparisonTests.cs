using Xunit;
using static GovGraph.GraphQL.Tests.Comparison.ComparisonTest;

namespace GovGraph.GraphQL.Tests.Comparison;

public sealed class FieldComparisonTests
{
    [Fact]
    public void A_field_that_goes_breaks_even_if_deprecated() => Changes(
        "type A { a: Int b: Int c: Int @deprecated } interface I { a: Int b: Int }",
        "type A { a: Int d: Int } interface I { a: Int }",
        "Breaking A.b: The field was removed.",
        "Breaking A.c: The field, which was deprecated, was removed.",
        "Breaking I.b: The field was removed.",
        "Safe A.d: The field was added.");

    [Theory]
    [InlineData("Int", "Int!")]
    [InlineData("[Int]", "[Int!]")]
    [InlineData("[Int]", "[Int]!")]
    [InlineData("[[Int]!]", "[[Int!]!]!")]
    public void A_field_may_promise_more(string before, string after) => Changes(
        $"type A {{ a: {before} }}", $"type A {{ a: {after} }}", $"Safe A.a: The type changed from {before} to {after}.");

    [Theory]
    [InlineData("Int!", "Int")]
    [InlineData("[Int!]", "[Int]")]
    [InlineData("[Int]!", "[Int]")]
    [InlineData("[Int]!", "[Int!]")]
    [InlineData("Int", "[Int]")]
    [InlineData("[Int]", "Int")]
    [InlineData("Int", "Float")]
    [InlineData("Int", "String!")]
    public void A_field_may_not_promise_less_or_something_else(string before, string after) => Changes(
        $"type A {{ a: {before} }}", $"type A {{ a: {after} }}", $"Breaking A.a: The type changed from {before} to {after}.");

    [Fact]
    public void An_interface_that_is_no_longer_implemented_breaks() => Changes(
        "interface I { a: Int } interface J { a: Int } type A implements I { a: Int }",
        "interface I { a: Int } interface J { a: Int } type A implements J { a: Int }",
        "Breaking A: It no longer implements I.",
        "Dangerous A: It implements J now.");
}
