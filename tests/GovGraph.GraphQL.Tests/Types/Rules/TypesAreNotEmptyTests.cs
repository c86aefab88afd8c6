using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class TypesAreNotEmptyTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(TypesAreNotEmpty), sdl, errors);

    [Fact]
    public void An_extension_may_fill_a_type() => Valid(
        """
        type Query
        extend type Query { a: Int }
        """);

    [Fact]
    public void An_empty_type_is_refused() => Invalid(
        """
        type Query
        interface A
        union B
        enum C
        input D
        """,
        "Type Query must define one or more fields. (1:6)",
        "Type A must define one or more fields. (2:11)",
        "Type B must define one or more member types. (3:7)",
        "Type C must define one or more values. (4:6)",
        "Type D must define one or more fields. (5:7)");
}
