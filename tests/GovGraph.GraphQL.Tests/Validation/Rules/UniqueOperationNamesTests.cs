using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueOperationNamesTests
{
    private static void Valid(string query) => RuleTest.Valid<UniqueOperationNames>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<UniqueOperationNames>(query, errors);

    [Fact]
    public void Different_names_are_fine() => Valid("query A { __typename } mutation B { __typename } fragment A on Query { __typename }");

    [Fact]
    public void Each_repetition_is_reported_with_the_first() => Invalid(
        """
        query A { __typename }
        mutation A { __typename }
        subscription A { planChanged { id } }
        """,
        "1:7 2:10 There can be only one operation named \"A\".",
        "1:7 3:14 There can be only one operation named \"A\".");
}
