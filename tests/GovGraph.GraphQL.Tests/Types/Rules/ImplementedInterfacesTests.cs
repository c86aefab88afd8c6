using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class ImplementedInterfacesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(ImplementedInterfaces), sdl, errors);

    [Fact]
    public void Interfaces_of_interfaces_are_named_as_well() => Valid(
        """
        type Query implements B & A { a: Int }
        interface A { a: Int }
        interface B implements A { a: Int }
        """);

    [Fact]
    public void One_that_is_left_out_is_refused() => Invalid(
        """
        type Query implements B { a: Int }
        interface A { a: Int }
        interface B implements A { a: Int }
        """,
        "Type Query must implement A because it is implemented by B. (3:24, 1:23)");

    [Fact]
    public void Only_interfaces_are_implemented() => Invalid(
        """
        type Query implements U & Other { a: Int }
        union U = Other
        type Other { a: Int }
        """,
        "Type Query must only implement interface types, it cannot implement U. (1:23)",
        "Type Query must only implement interface types, it cannot implement Other. (1:27)");

    [Fact]
    public void An_interface_is_implemented_once() => Invalid(
        """
        type Query implements A & A { a: Int }
        interface A { a: Int }
        extend type Query implements A
        """,
        "Type Query can only implement A once. (1:23, 1:27)",
        "Type Query can only implement A once. (1:23, 3:30)");

    [Fact]
    public void An_interface_does_not_implement_itself() => Invalid(
        """
        type Query { a: Int }
        interface A implements A { a: Int }
        """,
        "Type A cannot implement itself because it would create a circular reference. (2:24)");

    [Fact]
    public void Two_interfaces_do_not_implement_each_other() => Invalid(
        """
        type Query { a: Int }
        interface A implements B { a: Int }
        interface B implements A { a: Int }
        """,
        "Type A cannot implement B because it would create a circular reference. (3:24, 2:24)",
        "Type B cannot implement A because it would create a circular reference. (2:24, 3:24)");
}
