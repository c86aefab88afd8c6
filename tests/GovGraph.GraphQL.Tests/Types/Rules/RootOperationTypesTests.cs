using GovGraph.GraphQL.Types.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Types.Rules;

public sealed class RootOperationTypesTests
{
    private static void Valid(string sdl) => TypeSystemRuleTest.Valid(sdl);

    private static void Invalid(string sdl, params string[] errors) => TypeSystemRuleTest.Invalid(nameof(RootOperationTypes), sdl, errors);

    [Fact]
    public void Root_types_have_default_names() => Valid(
        """
        type Query { a: Int }
        type Mutation { a: Int }
        type Subscription { a: Int }
        """);

    [Fact]
    public void An_extension_alone_may_name_one() => Valid(
        """
        type Query { a: Int }
        type Change { a: Int }
        extend schema { mutation: Change }
        """);

    [Fact]
    public void A_schema_definition_puts_default_names_out_of_use() => Invalid(
        """
        schema { mutation: Mutation }
        type Query { a: Int }
        type Mutation { a: Int }
        """,
        "Query root type must be provided. (1:1)");

    [Fact]
    public void There_is_a_query_type() => Invalid(
        """
        type Mutation { a: Int }
        """,
        "Query root type must be provided. ()");

    [Fact]
    public void A_root_type_is_an_object() => Invalid(
        """
        schema { query: Q mutation: M }
        interface Q { a: Int }
        input M { a: Int }
        """,
        "Query root type must be an object type, it cannot be Q. (1:17)",
        "Mutation root type must be an object type, it cannot be M. (1:29)");

    [Fact]
    public void A_type_of_a_default_name_is_an_object_too() => Invalid(
        """
        type Query { a: Int }
        scalar Subscription
        """,
        "Subscription root type must be an object type, it cannot be Subscription. (2:8)");

    [Fact]
    public void Root_types_are_different() => Invalid(
        """
        schema { query: Q mutation: Q }
        type Q { a: Int }
        """,
        "The root types must be different: Q is both query and mutation. (1:17, 1:29)");
}
