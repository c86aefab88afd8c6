using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedFragmentsTests
{
    private static void Valid(string query) => RuleTest.Valid<NoUnusedFragments>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<NoUnusedFragments>(query, errors);

    [Fact]
    public void Fragments_may_be_used_through_others() => Valid(
        "query Q { plans { ...A } } mutation M { close(id: 1) { ...C } } fragment A on Plan { ... { ...B } } fragment B on Plan { id } fragment C on Task { id }");

    [Fact]
    public void Fragments_that_use_only_each_other_are_unused() => Invalid(
        """
        { ...A }
        fragment A on Query { __typename }
        fragment B on Query { ...C ...A }
        fragment C on Query { ...B }
        """,
        "3:1 Fragment \"B\" is never used.",
        "4:1 Fragment \"C\" is never used.");
}
