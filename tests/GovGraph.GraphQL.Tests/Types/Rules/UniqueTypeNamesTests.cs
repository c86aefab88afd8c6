using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class UniqueTypeNamesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(UniqueTypeNames), sdl, errors);

    [Fact]
    public void A_name_defined_once_may_be_extended() => Valid(
        """
        type Query { a: Int }
        extend type Query { b: Int }
        """);

    [Fact]
    public void A_name_defined_twice_is_refused_whatever_its_kind() => Invalid(
        """
        type Query { a: Foo }
        scalar Foo
        enum Foo { A }
        input Foo { a: Int }
        """,
        """There can be only one type named "Foo". (2:8, 3:6)""",
        """There can be only one type named "Foo". (2:8, 4:7)""");
}
