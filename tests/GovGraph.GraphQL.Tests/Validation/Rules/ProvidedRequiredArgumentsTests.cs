using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class ProvidedRequiredArgumentsTests
{
    private static void Valid(string query) => RuleTest.Valid<ProvidedRequiredArguments>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<ProvidedRequiredArguments>(query, errors);

    [Fact]
    public void Optional_arguments_and_those_with_a_default_may_be_left_out() => Valid("{ plan(id: null) { title } plans { id } unknown @unknown }");

    [Fact]
    public void Others_may_not() => Invalid(
        "{ plan { tasks(state: DONE) { id } } }",
        "1:3 Field \"plan\" argument \"id\" of type \"ID!\" is required, but it was not provided.",
        "1:10 Field \"tasks\" argument \"first\" of type \"Int!\" is required, but it was not provided.");

    [Fact]
    public void Nor_may_those_of_directives() => Invalid(
        "{ __typename @include @tag }",
        "1:14 Directive \"@include\" argument \"if\" of type \"Boolean!\" is required, but it was not provided.",
        "1:23 Directive \"@tag\" argument \"name\" of type \"String!\" is required, but it was not provided.");
}
