using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class UniqueDirectiveNamesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(UniqueDirectiveNames), sdl, errors);

    [Fact]
    public void A_directive_may_share_its_name_with_a_type() => Valid(
        """
        type Query { a: Int }
        directive @Query on FIELD
        """);

    [Fact]
    public void A_specified_directive_may_be_written_down() => Valid(
        """
        type Query { a: Int }
        directive @skip(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        """);

    [Fact]
    public void A_directive_defined_twice_is_refused() => Invalid(
        """
        type Query { a: Int }
        directive @a on FIELD
        directive @a on QUERY
        """,
        """There can be only one directive named "@a". (2:12, 3:12)""");
}
