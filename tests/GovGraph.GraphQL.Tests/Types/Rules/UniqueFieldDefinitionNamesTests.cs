using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class UniqueFieldDefinitionNamesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(UniqueFieldDefinitionNames), sdl, errors);

    [Fact]
    public void Two_types_may_share_a_field() => Valid(
        """
        type Query { a(i: I): T }
        type T { a: Int }
        input I { a: Int }
        """);

    [Fact]
    public void A_field_defined_twice_is_refused() => Invalid(
        """
        type Query { a(i: I): T a: Int }
        interface T { b: Int b: Int }
        input I { c: Int c: Int }
        """,
        """Field "Query.a" can only be defined once. (1:14, 1:25)""",
        """Field "T.b" can only be defined once. (2:15, 2:22)""",
        """Field "I.c" can only be defined once. (3:11, 3:18)""");

    [Fact]
    public void Extensions_count_too() => Invalid(
        """
        type Query { a: Int }
        extend type Query { a: Int }
        extend type Query { b: Int }
        """,
        """Field "Query.a" can only be defined once. (1:14, 2:21)""");
}
