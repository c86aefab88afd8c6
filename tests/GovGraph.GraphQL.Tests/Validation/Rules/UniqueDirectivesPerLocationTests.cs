using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueDirectivesPerLocationTests
{
    private static void Valid(string query) => RuleTest.Valid<UniqueDirectivesPerLocation>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<UniqueDirectivesPerLocation>(query, errors);

    [Fact]
    public void A_directive_may_stand_at_several_places() => Valid("query @once { __typename @once ...F @once } fragment F on Query @once { __typename @once }");

    [Fact]
    public void A_repeatable_one_may_stand_at_one_place_several_times() => Valid("{ __typename @tag(name: \"a\") @tag(name: \"b\") @unknown @unknown }");

    [Fact]
    public void Another_may_not() => Invalid(
        "query @once @once { __typename @once @skip(if: true) @once @skip(if: false) @once }",
        "1:7 1:13 The directive \"@once\" can only be used once at this location.",
        "1:32 1:54 The directive \"@once\" can only be used once at this location.",
        "1:38 1:60 The directive \"@skip\" can only be used once at this location.",
        "1:32 1:77 The directive \"@once\" can only be used once at this location.");

    [Fact]
    public void A_type_and_its_extensions_are_one_place() => Invalid(
        """
        type A @typeOnly { a: ID }
        type B @typeOnly { b: ID }
        extend type A @typeOnly
        schema @typeOnly { query: A }
        extend schema @typeOnly
        """,
        "1:8 3:15 The directive \"@typeOnly\" can only be used once at this location.",
        "4:8 5:15 The directive \"@typeOnly\" can only be used once at this location.");
}
