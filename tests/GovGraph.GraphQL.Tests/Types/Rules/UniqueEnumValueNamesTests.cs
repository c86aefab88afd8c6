using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class UniqueEnumValueNamesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(UniqueEnumValueNames), sdl, errors);

    [Fact]
    public void Two_enums_may_share_a_value() => Valid(
        """
        type Query { a: A b: B }
        enum A { X Y }
        enum B { X }
        extend enum B { Y }
        """);

    [Fact]
    public void A_value_defined_twice_is_refused() => Invalid(
        """
        type Query { a: A }
        enum A { X Y X }
        """,
        """Enum value "A.X" can only be defined once. (2:10, 2:14)""");

    [Fact]
    public void Extensions_count_too() => Invalid(
        """
        type Query { a: A }
        enum A { X }
        extend enum A { Y }
        extend enum A { Y X }
        """,
        """Enum value "A.Y" can only be defined once. (3:17, 4:17)""",
        """Enum value "A.X" can only be defined once. (2:10, 4:19)""");
}
