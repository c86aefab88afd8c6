using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class LoneSchemaDefinitionTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(LoneSchemaDefinition), sdl, errors);

    [Fact]
    public void One_definition_with_extensions_is_enough() => Valid(
        """
        schema { query: Q }
        type Q { a: Int }
        extend schema @a
        directive @a on SCHEMA
        """);

    [Fact]
    public void A_second_definition_is_refused() => Invalid(
        """
        schema { query: Q }
        type Q { a: Int }
        schema { mutation: Q }
        schema { subscription: Q }
        """,
        "There must be only one schema definition. (3:1)",
        "There must be only one schema definition. (4:1)");
}
