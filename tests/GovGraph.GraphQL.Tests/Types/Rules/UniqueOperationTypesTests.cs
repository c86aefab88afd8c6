using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class UniqueOperationTypesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(UniqueOperationTypes), sdl, errors);

    [Fact]
    public void Each_kind_of_operation_is_named_once() => Valid(
        """
        schema { query: Q }
        extend schema { mutation: M }
        type Q { a: Int }
        type M { a: Int }
        """);

    [Fact]
    public void A_kind_named_twice_is_refused() => Invalid(
        """
        schema { query: Q query: M }
        type Q { a: Int }
        type M { a: Int }
        """,
        "There can be only one query type in schema. (1:10, 1:19)");

    [Fact]
    public void Extensions_count_too() => Invalid(
        """
        schema { query: Q mutation: M }
        extend schema { mutation: N }
        type Q { a: Int }
        type M { a: Int }
        type N { a: Int }
        """,
        "There can be only one mutation type in schema. (1:19, 2:17)");
}
