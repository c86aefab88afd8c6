using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueFragmentNamesTests
{
    private static void Valid(string query) => RuleTest.Valid<UniqueFragmentNames>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<UniqueFragmentNames>(query, errors);

    [Fact]
    public void A_fragment_may_be_named_as_an_operation() => Valid("query A { ...A ...B } fragment A on Query { __typename } fragment B on Query { __typename }");

    [Fact]
    public void But_not_as_another_fragment() => Invalid(
        """
        { ...A }
        fragment A on Query { __typename }
        fragment A on Plan { id }
        """,
        "2:10 3:10 There can be only one fragment named \"A\".");
}
