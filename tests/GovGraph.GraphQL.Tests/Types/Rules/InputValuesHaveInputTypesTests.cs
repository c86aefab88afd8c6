using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class InputValuesHaveInputTypesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(InputValuesHaveInputTypes), sdl, errors);

    [Fact]
    public void Scalars_enums_and_input_objects_may_come_in() => Valid(
        """
        type Query { a(x: Int, y: [E!]!, z: N): Int }
        enum E { A }
        input N { a: N }
        """);

    [Fact]
    public void Nothing_else_may() => Invalid(
        """
        type Query { a(x: Query, y: [U!]!): Int }
        union U = Query
        interface I { a: Int }
        input N { a: I }
        directive @a(x: I!) on FIELD
        """,
        "The type of Query.a(x:) must be an input type but is Query. (1:19)",
        "The type of Query.a(y:) must be an input type but is [U!]!. (1:29)",
        "The type of @a(x:) must be an input type but is I!. (5:17)",
        "The type of N.a must be an input type but is I. (4:14)");
}
