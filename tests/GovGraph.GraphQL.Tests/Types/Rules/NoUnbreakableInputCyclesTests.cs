using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class NoUnbreakableInputCyclesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(NoUnbreakableInputCycles), sdl, errors);

    [Fact]
    public void A_nullable_field_or_a_list_breaks_a_cycle() => Valid(
        """
        type Query { a(i: A): Int }
        input A { a: A b: [A!]! c: B! }
        input B { a: A }
        """);

    [Fact]
    public void A_type_that_needs_itself_is_refused() => Invalid(
        """
        type Query { a(i: A): Int }
        input A { a: A! }
        """,
        "Input object A cannot contain itself through non-null fields: A.a. (2:11)");

    [Fact]
    public void So_are_types_that_need_each_other() => Invalid(
        """
        type Query { a(i: A): Int }
        input A { b: B! }
        input B { c: C! }
        input C { a: A! b: B! }
        """,
        "Input object A cannot contain itself through non-null fields: A.b, B.c, C.a. (2:11, 3:11, 4:11)",
        "Input object B cannot contain itself through non-null fields: B.c, C.b. (3:11, 4:17)");
}
