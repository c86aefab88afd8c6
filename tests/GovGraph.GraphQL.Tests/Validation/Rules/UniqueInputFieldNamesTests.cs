using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueInputFieldNamesTests
{
    private static void Valid(string query) => RuleTest.Valid<UniqueInputFieldNames>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<UniqueInputFieldNames>(query, errors);

    [Fact]
    public void Nested_objects_have_names_of_their_own() => Valid("{ plans(where: { year: 1, and: [{ year: 2 }, { year: 3 }] }) { id } }");

    [Fact]
    public void Each_repetition_is_reported_with_the_first() => Invalid(
        "query ($f: PlanFilter = { year: 1, year: 2 }) { plans(where: { and: { year: 1, strict: true, year: 2, year: 3 } }) { id } }",
        "1:27 1:36 There can be only one input field named \"year\".",
        "1:71 1:94 There can be only one input field named \"year\".",
        "1:71 1:103 There can be only one input field named \"year\".");
}
