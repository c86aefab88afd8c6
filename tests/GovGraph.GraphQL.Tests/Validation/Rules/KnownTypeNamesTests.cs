using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownTypeNamesTests
{
    private static void Valid(string query) => RuleTest.Valid<KnownTypeNames>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<KnownTypeNames>(query, errors);

    [Fact]
    public void Types_of_the_schema_and_of_introspection_are_known() => Valid(
        "query ($a: [ID!]!, $b: __TypeKind) { ... on Query { __schema { types { ... on __Type { kind } } } } }");

    [Fact]
    public void Other_types_are_not() => Invalid(
        """
        query ($a: [Stat!]!) { ... on Plant { id } }
        fragment F on Nothing { id }
        """,
        "1:13 Unknown type \"Stat\". Did you mean \"State\"?",
        "1:31 Unknown type \"Plant\". Did you mean \"Plan\", \"Float\", or \"Int\"?",
        "2:15 Unknown type \"Nothing\". Did you mean \"String\"?");

    [Fact]
    public void Types_that_the_document_defines_count_as_known() => Valid("query ($a: Mine) { __typename } input Mine { x: Mine y: String }");

    [Fact]
    public void Types_that_it_names_in_doing_so_are_looked_up() => Invalid(
        """
        { __typename }
        type A implements B { c(d: D): E }
        union F = G
        input H { i: I }
        schema { query: J }
        directive @k(l: L) on FIELD
        """,
        "2:19 Unknown type \"B\".",
        "2:28 Unknown type \"D\". Did you mean \"ID\"?",
        "2:32 Unknown type \"E\".",
        "3:11 Unknown type \"G\".",
        "4:14 Unknown type \"I\". Did you mean \"ID\"?",
        "5:17 Unknown type \"J\".",
        "6:17 Unknown type \"L\".");
}
