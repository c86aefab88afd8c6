using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownDirectivesTests
{
    private static void Valid(string query) => RuleTest.Valid<KnownDirectives>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<KnownDirectives>(query, errors);

    [Fact]
    public void Directives_stand_where_they_may() => Valid(
        """
        query ($a: ID @tag(name: "x")) @once { ...F @once ... @once { __typename @once @tag(name: "x") } }
        mutation M @once { __typename }
        subscription S @tag(name: "x") { planChanged { id @skip(if: true) } }
        fragment F on Query @once { __typename }
        """);

    [Fact]
    public void Directives_that_the_document_defines_count_as_known() => Valid("{ __typename @mine } directive @mine on FIELD");

    [Fact]
    public void Unknown_ones_are_reported() => Invalid("{ __typename @one }", "1:14 Unknown directive \"@one\".");

    [Fact]
    public void Misplaced_ones_are_reported() => Invalid(
        """
        query A($a: ID @skip(if: true)) @tag(name: "x") { ...F @tag(name: "x") ... @tag(name: "x") { __typename @typeOnly } }
        mutation M @skip(if: true) { __typename }
        subscription S @once { planChanged { id } }
        fragment F on Query @tag(name: "x") { __typename }
        """,
        "1:16 Directive \"@skip\" may not be used on VARIABLE_DEFINITION.",
        "1:33 Directive \"@tag\" may not be used on QUERY.",
        "1:56 Directive \"@tag\" may not be used on FRAGMENT_SPREAD.",
        "1:76 Directive \"@tag\" may not be used on INLINE_FRAGMENT.",
        "1:105 Directive \"@typeOnly\" may not be used on FIELD.",
        "2:12 Directive \"@skip\" may not be used on MUTATION.",
        "3:16 Directive \"@once\" may not be used on SUBSCRIPTION.",
        "4:21 Directive \"@tag\" may not be used on FRAGMENT_DEFINITION.");

    [Fact]
    public void Definitions_of_types_are_looked_at_too() => Invalid(
        """
        { __typename }
        schema @once { query: Query }
        scalar A @once
        type B @typeOnly { b(c: ID @once): ID @once }
        interface C @once { c: ID }
        union D @once = B
        enum E @once { E @once }
        input F @once { f: ID = "x" @once }
        directive @g(h: ID @once) on FIELD
        """,
        "2:8 Directive \"@once\" may not be used on SCHEMA.",
        "3:10 Directive \"@once\" may not be used on SCALAR.",
        "4:28 Directive \"@once\" may not be used on ARGUMENT_DEFINITION.",
        "4:39 Directive \"@once\" may not be used on FIELD_DEFINITION.",
        "5:13 Directive \"@once\" may not be used on INTERFACE.",
        "6:9 Directive \"@once\" may not be used on UNION.",
        "7:8 Directive \"@once\" may not be used on ENUM.",
        "7:18 Directive \"@once\" may not be used on ENUM_VALUE.",
        "8:9 Directive \"@once\" may not be used on INPUT_OBJECT.",
        "8:29 Directive \"@once\" may not be used on INPUT_FIELD_DEFINITION.",
        "9:20 Directive \"@once\" may not be used on ARGUMENT_DEFINITION.");
}
