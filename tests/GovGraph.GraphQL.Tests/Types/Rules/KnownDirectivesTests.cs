using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class KnownDirectivesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(KnownDirectives), sdl, errors);

    [Fact]
    public void Specified_and_defined_directives_are_known() => Valid(
        """
        type Query { a: Int @deprecated b: Int @a }
        directive @a on FIELD_DEFINITION
        """);

    [Fact]
    public void An_unknown_directive_is_refused() => Invalid(
        """
        type Query @author { a(x: Int @range): Int @cost }
        enum E { A @legacy }
        input I { a: Int @deprcated }
        """,
        """Unknown directive "@author". (1:12)""",
        """Unknown directive "@cost". (1:44)""",
        """Unknown directive "@range". (1:31)""",
        """Unknown directive "@deprcated". Did you mean "deprecated"? (3:18)""",
        """Unknown directive "@legacy". (2:12)""");

    [Fact]
    public void A_misplaced_directive_is_refused() => Invalid(
        """
        schema @a { query: Query }
        extend schema @a
        type Query @a { a(x: Int @a): Int @a }
        scalar S @a
        interface I @a { a: Int }
        union U @a = Query
        enum E @a { A @a }
        input N @a { a: Int @a }
        extend input N @a
        directive @a repeatable on FIELD
        """,
        """Directive "@a" may not be used on SCHEMA. (1:8)""",
        """Directive "@a" may not be used on SCHEMA. (2:15)""",
        """Directive "@a" may not be used on OBJECT. (3:12)""",
        """Directive "@a" may not be used on SCALAR. (4:10)""",
        """Directive "@a" may not be used on INTERFACE. (5:13)""",
        """Directive "@a" may not be used on UNION. (6:9)""",
        """Directive "@a" may not be used on ENUM. (7:8)""",
        """Directive "@a" may not be used on INPUT_OBJECT. (8:9)""",
        """Directive "@a" may not be used on INPUT_OBJECT. (9:16)""",
        """Directive "@a" may not be used on FIELD_DEFINITION. (3:35)""",
        """Directive "@a" may not be used on ARGUMENT_DEFINITION. (3:26)""",
        """Directive "@a" may not be used on INPUT_FIELD_DEFINITION. (8:21)""",
        """Directive "@a" may not be used on ENUM_VALUE. (7:15)""");
}
