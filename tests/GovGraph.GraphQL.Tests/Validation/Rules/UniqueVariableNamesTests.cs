using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueVariableNamesTests
{
    private static void Valid(string query) => RuleTest.Valid<UniqueVariableNames>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<UniqueVariableNames>(query, errors);

    [Fact]
    public void Operations_do_not_share_variables() => Valid("query A($x: Int, $y: Int) { __typename } query B($x: ID) { __typename }");

    [Fact]
    public void All_of_one_name_are_reported_together() => Invalid(
        "query A($x: Int, $y: ID, $x: ID, $z: Int, $y: ID, $x: Int) { __typename }",
        "1:10 1:27 1:52 There can be only one variable named \"$x\".",
        "1:19 1:44 There can be only one variable named \"$y\".");
}
