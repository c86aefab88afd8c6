using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class UniqueArgumentDefinitionNamesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(UniqueArgumentDefinitionNames), sdl, errors);

    [Fact]
    public void Two_fields_may_share_an_argument() => Valid(
        """
        type Query { a(x: Int): Int b(x: Int): Int }
        directive @a(x: Int) on FIELD
        """);

    [Fact]
    public void An_argument_defined_twice_is_refused() => Invalid(
        """
        type Query { a(x: Int, x: Int): Int }
        interface I { b(y: Int, y: Int): Int }
        directive @c(z: Int, z: Int) on FIELD
        """,
        """Argument "Query.a(x:)" can only be defined once. (1:16, 1:24)""",
        """Argument "I.b(y:)" can only be defined once. (2:17, 2:25)""",
        """Argument "@c(z:)" can only be defined once. (3:14, 3:22)""");
}
