using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class LoneAnonymousOperationTests
{
    private static void Valid(string query) => RuleTest.Valid<LoneAnonymousOperation>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<LoneAnonymousOperation>(query, errors);

    [Fact]
    public void An_anonymous_operation_may_have_fragments_beside_it() => Valid("{ ...F } fragment F on Query { __typename }");

    [Fact]
    public void But_no_other_operation() => Invalid(
        "{ __typename } query A { __typename } mutation { __typename }",
        "1:1 This anonymous operation must be the only defined operation.",
        "1:39 This anonymous operation must be the only defined operation.");
}
