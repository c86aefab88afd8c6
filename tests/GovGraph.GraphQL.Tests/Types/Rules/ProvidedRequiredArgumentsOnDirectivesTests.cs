using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class ProvidedRequiredArgumentsOnDirectivesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(ProvidedRequiredArgumentsOnDirectives), sdl, errors);

    [Fact]
    public void What_is_nullable_or_has_a_default_may_be_left_out() => Valid(
        """
        type Query { a: Int @a }
        directive @a(x: Int, y: Int! = 1) on FIELD_DEFINITION
        """);

    [Fact]
    public void A_required_argument_left_out_is_refused() => Invalid(
        """
        type Query { a: Int @a(y: 1) }
        scalar S @specifiedBy
        directive @a(x: Int!, y: Int, z: [Int]!) on FIELD_DEFINITION
        """,
        """Directive "@specifiedBy" argument "url" of type "String!" is required, but it was not provided. (2:10)""",
        """Directive "@a" argument "x" of type "Int!" is required, but it was not provided. (1:21)""",
        """Directive "@a" argument "z" of type "[Int]!" is required, but it was not provided. (1:21)""");
}
