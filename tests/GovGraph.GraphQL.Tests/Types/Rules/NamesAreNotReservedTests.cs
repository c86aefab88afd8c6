using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class NamesAreNotReservedTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(NamesAreNotReserved), sdl, errors);

    [Fact]
    public void One_underscore_is_free() => Valid(
        """
        type Query { _a(_b: _E): Int }
        enum _E { _A }
        """);

    [Fact]
    public void Two_underscores_are_reserved() => Invalid(
        """
        type Query { __a(__b: __E): Int }
        enum __E { __A }
        input I { __c: Int }
        directive @__d(__e: Int) on FIELD
        """,
        """Name "__E" must not begin with "__", which is reserved by GraphQL introspection. (2:6)""",
        """Name "__a" must not begin with "__", which is reserved by GraphQL introspection. (1:14)""",
        """Name "__A" must not begin with "__", which is reserved by GraphQL introspection. (2:12)""",
        """Name "__d" must not begin with "__", which is reserved by GraphQL introspection. (4:12)""",
        """Name "__b" must not begin with "__", which is reserved by GraphQL introspection. (1:18)""",
        """Name "__e" must not begin with "__", which is reserved by GraphQL introspection. (4:16)""",
        """Name "__c" must not begin with "__", which is reserved by GraphQL introspection. (3:11)""");

    [Fact]
    public void Introspection_types_may_be_named_but_not_defined() => Invalid(
        """
        type Query { a: __Type }
        type __Type { a: Int }
        """,
        """Name "__Type" must not begin with "__", which is reserved by GraphQL introspection. (2:6)""");

    [Fact]
    public void A_specified_scalar_may_be_written_down() => Valid(
        """
        type Query { a: ID }
        scalar ID
        """);

    [Fact]
    public void A_specified_scalar_is_nothing_else() => Invalid(
        """
        type Query { a: ID }
        enum ID { A }
        """,
        "ID is a scalar of the specification and cannot be defined otherwise. (2:6)");
}
