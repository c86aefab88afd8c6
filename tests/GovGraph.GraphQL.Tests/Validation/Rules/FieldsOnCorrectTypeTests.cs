using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class FieldsOnCorrectTypeTests
{
    private static void Valid(string query) => RuleTest.Valid<FieldsOnCorrectType>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<FieldsOnCorrectType>(query, errors);

    [Fact]
    public void Fields_of_the_type_and_meta_fields_are_there() => Valid(
        "{ __typename __schema { __typename } __type(name: \"Plan\") { name } found { __typename ... on Plan { id } } node(id: 1) { id ... on Dated { due } } }");

    [Fact]
    public void Below_an_unknown_type_or_field_nothing_is_known() => Valid("fragment F on Nothing { a { b } } fragment G on State { c }");

    [Fact]
    public void An_unknown_field_is_reported_once() => Invalid(
        "{ plans { titel { a { b } } } }",
        "1:11 Cannot query field \"titel\" on type \"Plan\". Did you mean \"title\"?");

    [Fact]
    public void An_alias_does_not_help() => Invalid("{ plans { title: heading } }", "1:11 Cannot query field \"heading\" on type \"Plan\".");

    [Fact]
    public void Meta_fields_of_the_root_are_nowhere_else() => Invalid(
        "{ plans { __schema { description } } }",
        "1:11 Cannot query field \"__schema\" on type \"Plan\".");

    [Fact]
    public void Types_that_have_the_field_are_suggested_the_widest_first() => Invalid(
        "{ node(id: 1) { due } found { title } }",
        "1:17 Cannot query field \"due\" on type \"Node\". Did you mean to use an inline fragment on \"Dated\" or \"Task\"?",
        "1:31 Cannot query field \"title\" on type \"Found\". Did you mean to use an inline fragment on \"Plan\" or \"Task\"?");

    [Fact]
    public void Fields_of_an_interface_are_suggested_when_no_type_has_it() => Invalid(
        "{ node(id: 1) { ids } found { ids } }",
        "1:17 Cannot query field \"ids\" on type \"Node\". Did you mean \"id\"?",
        "1:31 Cannot query field \"ids\" on type \"Found\".");
}
