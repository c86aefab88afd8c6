using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class PossibleTypeExtensionsTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(PossibleTypeExtensions), sdl, errors);

    [Fact]
    public void A_type_is_extended_by_its_own_kind() => Valid(
        """
        type Query { a: S }
        scalar S
        extend scalar S @a
        extend type Query @a
        directive @a on SCALAR | OBJECT
        """);

    [Fact]
    public void A_type_that_is_not_defined_cannot_be_extended() => Invalid(
        """
        type Query { a: Int }
        extend type Other { a: Int }
        extend scalar Int @a
        directive @a on SCALAR
        """,
        """Cannot extend type "Other" because it is not defined. (2:13)""",
        """Cannot extend type "Int" because it is not defined. (3:15)""");

    [Fact]
    public void A_type_cannot_be_extended_by_another_kind() => Invalid(
        """
        type Query { a: Int }
        extend input Query { b: Int }
        """,
        """Cannot extend "Query" as input: it is defined as type. (1:1, 2:1)""");
}
