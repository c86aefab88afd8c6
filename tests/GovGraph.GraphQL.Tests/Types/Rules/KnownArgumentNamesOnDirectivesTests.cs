using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class KnownArgumentNamesOnDirectivesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(KnownArgumentNamesOnDirectives), sdl, errors);

    [Fact]
    public void Defined_arguments_are_known() => Valid(
        """
        type Query { a: Int @a(x: 1, y: 2) }
        directive @a(x: Int, y: Int) on FIELD_DEFINITION
        """);

    [Fact]
    public void An_argument_that_is_not_defined_is_refused() => Invalid(
        """
        type Query { a: Int @cost(weight: 1, limit: 2) b: Int @deprecated(resaon: "") }
        directive @cost(weight: Int) on FIELD_DEFINITION
        """,
        """Unknown argument "limit" on directive "@cost". (1:38)""",
        """Unknown argument "resaon" on directive "@deprecated". Did you mean "reason"? (1:67)""");
}
