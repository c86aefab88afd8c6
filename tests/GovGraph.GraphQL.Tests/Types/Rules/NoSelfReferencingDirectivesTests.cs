using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class NoSelfReferencingDirectivesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(NoSelfReferencingDirectives), sdl, errors);

    [Fact]
    public void Directives_may_use_others() => Valid(
        """
        type Query { a: Int }
        directive @a(x: Int @b, y: I) on FIELD
        directive @b on ARGUMENT_DEFINITION
        input I { x: I @c }
        directive @c(x: Int) on INPUT_FIELD_DEFINITION
        """);

    [Fact]
    public void But_not_themselves() => Invalid(
        """
        type Query { a: Int }
        directive @a(x: Int @a) on ARGUMENT_DEFINITION
        """,
        """Directive "@a" must not reference itself, directly or through other directives and types. (2:12)""");

    [Fact]
    public void Neither_through_other_directives() => Invalid(
        """
        type Query { a: Int }
        directive @a(x: Int @b) on ARGUMENT_DEFINITION
        directive @b(x: Int @a) on ARGUMENT_DEFINITION
        """,
        """Directive "@a" must not reference itself, directly or through other directives and types. (2:12)""",
        """Directive "@b" must not reference itself, directly or through other directives and types. (3:12)""");

    [Fact]
    public void Nor_through_types() => Invalid(
        """
        type Query { a: Int }
        directive @a(x: [I!]) on INPUT_FIELD_DEFINITION
        input I { j: J }
        input J { e: Int @a }
        directive @b(x: E) on ENUM_VALUE
        enum E { A @b }
        """,
        """Directive "@a" must not reference itself, directly or through other directives and types. (2:12)""",
        """Directive "@b" must not reference itself, directly or through other directives and types. (5:12)""");
}
