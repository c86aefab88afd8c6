using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownFragmentNamesTests
{
    private static void Valid(string query) => RuleTest.Valid<KnownFragmentNames>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<KnownFragmentNames>(query, errors);

    [Fact]
    public void Fragments_may_be_defined_after_their_use() => Valid("{ ...A ... { ...A } } fragment A on Query { ...B } fragment B on Query { __typename }");

    [Fact]
    public void But_somewhere() => Invalid(
        "{ ...A plans { ...B } } fragment A on Query { ...C }",
        "1:19 Unknown fragment \"B\".",
        "1:50 Unknown fragment \"C\".");
}
