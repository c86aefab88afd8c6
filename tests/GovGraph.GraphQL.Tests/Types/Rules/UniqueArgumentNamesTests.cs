using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class UniqueArgumentNamesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(UniqueArgumentNames), sdl, errors);

    [Fact]
    public void Two_directives_may_share_an_argument() => Valid(
        """
        type Query { a: Int @a(x: 1) @b(x: 1) }
        directive @a(x: Int) on FIELD_DEFINITION
        directive @b(x: Int) on FIELD_DEFINITION
        """);

    [Fact]
    public void An_argument_given_twice_is_refused() => Invalid(
        """
        type Query { a: Int @a(x: 1, x: 1, x: 1) }
        directive @a(x: Int) on FIELD_DEFINITION
        """,
        """There can be only one argument named "x". (1:24, 1:30)""",
        """There can be only one argument named "x". (1:24, 1:36)""");
}
