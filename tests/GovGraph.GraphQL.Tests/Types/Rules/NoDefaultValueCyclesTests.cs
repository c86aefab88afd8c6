using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class NoDefaultValueCyclesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(NoDefaultValueCycles), sdl, errors);

    [Fact]
    public void A_default_that_says_all_ends() => Valid(
        """
        type Query { a(i: A): Int }
        input A { a: A = {a: null} b: A = {a: {a: null, b: null}, b: null} }
        """);

    [Fact]
    public void A_list_may_be_empty() => Valid(
        """
        type Query { a(i: A): Int }
        input A { a: [A] = [] }
        """);

    [Fact]
    public void A_default_that_calls_for_itself_is_refused() => Invalid(
        """
        type Query { a(i: A): Int }
        input A { a: A = {} b: [A] = [null, {a: null}] }
        """,
        "The default value of A.a calls for itself: it can never be completed. (2:11)",
        "The default value of A.b calls for itself: it can never be completed. (2:21)");

    [Fact]
    public void So_are_defaults_that_call_for_each_other() => Invalid(
        """
        type Query { a(i: A): Int }
        input A { b: B = {} }
        input B { c: C }
        extend input B { d: C = {x: 1} }
        input C { x: Int a: A = {} }
        """,
        "The default value of A.b calls for itself: it can never be completed. (2:11)");
}
