using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class UniqueDirectivesPerLocationTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(UniqueDirectivesPerLocation), sdl, errors);

    [Fact]
    public void A_repeatable_directive_may_be_repeated() => Valid(
        """
        type Query @a @a { b: Int }
        extend type Query @a
        directive @a repeatable on OBJECT
        """);

    [Fact]
    public void The_same_directive_may_be_in_two_places() => Valid(
        """
        type Query { a: Int @a b(x: Int @a): Int @a }
        directive @a on FIELD_DEFINITION | ARGUMENT_DEFINITION
        """);

    [Fact]
    public void Any_other_directive_is_used_once() => Invalid(
        """
        type Query { a: Int @a @a }
        directive @a on FIELD_DEFINITION
        """,
        """The directive "@a" can only be used once at this location. (1:21, 1:24)""");

    [Fact]
    public void A_type_and_its_extensions_are_one_place() => Invalid(
        """
        type Query @a { a: Int }
        extend type Query @a
        extend schema @a
        extend schema @a
        directive @a on OBJECT | SCHEMA
        """,
        """The directive "@a" can only be used once at this location. (3:15, 4:15)""",
        """The directive "@a" can only be used once at this location. (1:12, 2:19)""");
}
