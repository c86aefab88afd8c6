using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class KnownTypeNamesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(KnownTypeNames), sdl, errors);

    [Fact]
    public void Types_may_be_named_before_they_are_defined() => Valid(
        """
        type Query implements I { a(x: S, y: [ID!]): U }
        interface I { a(x: S, y: [ID!]): U }
        union U = Query
        scalar S
        directive @a(s: S) on FIELD
        """);

    [Fact]
    public void Every_unknown_name_is_refused() => Invalid(
        """
        schema { query: Query mutation: M }
        type Query implements J { a(x: [S!]): T! }
        union U = V
        input I { a: W }
        directive @a(b: X) on FIELD
        """,
        """Unknown type "M". (1:33)""",
        """Unknown type "J". (2:23)""",
        """Unknown type "T". (2:39)""",
        """Unknown type "V". (3:11)""",
        """Unknown type "S". (2:33)""",
        """Unknown type "X". (5:17)""",
        """Unknown type "W". (4:14)""");
}
