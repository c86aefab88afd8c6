using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class FieldsHaveOutputTypesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(FieldsHaveOutputTypes), sdl, errors);

    [Fact]
    public void Anything_but_an_input_object_may_go_out() => Valid(
        """
        type Query { a: Int b: E c: [U!]! d: I e: Query }
        enum E { A }
        union U = Query
        interface I { a: Int }
        """);

    [Fact]
    public void An_input_object_may_not() => Invalid(
        """
        type Query { a: N b: [N!]! }
        interface I { a: N }
        input N { a: Int }
        """,
        "The type of Query.a must be an output type but is N. (1:17)",
        "The type of Query.b must be an output type but is [N!]!. (1:22)",
        "The type of I.a must be an output type but is N. (2:18)");
}
