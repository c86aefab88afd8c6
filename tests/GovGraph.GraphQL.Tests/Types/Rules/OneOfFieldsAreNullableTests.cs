using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class OneOfFieldsAreNullableTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(OneOfFieldsAreNullable), sdl, errors);

    [Fact]
    public void Nullable_fields_are_a_choice() => Valid(
        """
        type Query { a(i: I): Int }
        input I @oneOf { a: Int b: [Int!] }
        extend input I { c: I }
        """);

    [Fact]
    public void Required_fields_and_defaults_are_none() => Invalid(
        """
        type Query { a(i: I): Int }
        input I @oneOf { a: Int! b: Int = 1 }
        extend input I { c: Int! }
        """,
        "OneOf input field I.a must be nullable. (2:21)",
        "OneOf input field I.b cannot have a default value. (2:35)",
        "OneOf input field I.c must be nullable. (3:21)");

    [Fact]
    public void An_extension_makes_no_choice_of_a_type() => Invalid(
        """
        type Query { a(i: I): Int }
        input I { a: Int }
        extend input I @oneOf
        """,
        "@oneOf must stand on the definition of I, not on an extension. (3:16)");
}
