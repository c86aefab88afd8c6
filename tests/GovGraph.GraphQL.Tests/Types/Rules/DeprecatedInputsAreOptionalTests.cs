using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class DeprecatedInputsAreOptionalTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(DeprecatedInputsAreOptional), sdl, errors);

    [Fact]
    public void What_may_be_left_out_may_be_deprecated() => Valid(
        """
        type Query { a(x: Int @deprecated, y: Int! = 1 @deprecated): Int! @deprecated }
        input I { a: Int @deprecated }
        """);

    [Fact]
    public void What_is_required_may_not() => Invalid(
        """
        type Query { a(x: Int! @deprecated): Int }
        input I { a: Int! @deprecated }
        directive @a(x: Int! @deprecated) on FIELD
        """,
        "Required Query.a(x:) cannot be deprecated. Make it nullable or give it a default first. (1:24)",
        "Required @a(x:) cannot be deprecated. Make it nullable or give it a default first. (3:22)",
        "Required I.a cannot be deprecated. Make it nullable or give it a default first. (2:19)");
}
