using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class UnionMembersAreObjectsTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(UnionMembersAreObjects), sdl, errors);

    [Fact]
    public void Objects_make_a_union() => Valid(
        """
        type Query { a: U }
        union U = Query
        extend union U = Other
        type Other { a: Int }
        """);

    [Fact]
    public void Anything_else_does_not() => Invalid(
        """
        type Query { a: U }
        union U = Query | I | U | String
        interface I { a: Int }
        """,
        "Union type U can only include object types, it cannot include I. (2:19)",
        "Union type U can only include object types, it cannot include U. (2:23)",
        "Union type U can only include object types, it cannot include String. (2:27)");

    [Fact]
    public void A_member_is_named_once() => Invalid(
        """
        type Query { a: U }
        union U = Query | Query
        extend union U = Query
        """,
        "Union type U can only include type Query once. (2:11, 2:19)",
        "Union type U can only include type Query once. (2:11, 3:18)");
}
