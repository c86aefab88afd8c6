using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class UniqueInputFieldNamesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(UniqueInputFieldNames), sdl, errors);

    [Fact]
    public void Two_values_may_share_a_field() => Valid(
        """
        type Query { a(i: [I] = [{a: 1}, {a: 1}]): Int }
        input I { a: Int }
        """);

    [Fact]
    public void A_field_given_twice_is_refused_at_any_depth() => Invalid(
        """
        type Query { a(i: [I] = [{a: {a: null, a: null}}]): Int @a(i: {a: null, a: null}) }
        input I { a: I }
        directive @a(i: I) on FIELD_DEFINITION
        """,
        """There can be only one input field named "a". (1:31, 1:40)""",
        """There can be only one input field named "a". (1:64, 1:73)""");
}
