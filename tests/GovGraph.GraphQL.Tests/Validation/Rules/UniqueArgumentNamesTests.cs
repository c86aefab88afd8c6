using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueArgumentNamesTests
{
    private static void Valid(string query) => RuleTest.Valid<UniqueArgumentNames>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<UniqueArgumentNames>(query, errors);

    [Fact]
    public void Fields_and_directives_do_not_share_arguments() => Valid("{ plan(id: 1) @once(note: \"x\") { title(short: true) tasks(first: 1, states: []) { id } } }");

    [Fact]
    public void All_of_one_name_are_reported_together() => Invalid(
        "{ plans(first: 1, where: null, first: 2, first: 3, where: null) { id @once(note: \"a\", note: \"b\") } }",
        "1:9 1:32 1:42 There can be only one argument named \"first\".",
        "1:19 1:52 There can be only one argument named \"where\".",
        "1:76 1:87 There can be only one argument named \"note\".");

    [Fact]
    public void A_long_list_is_looked_through_by_name()
    {
        var arguments = string.Join(' ', Enumerable.Range(0, 20).Select(i => $"a{i:00}: 1"));

        Invalid($"{{ plans({arguments} a05: 2) {{ id }} }}", "1:44 1:149 There can be only one argument named \"a05\".");
    }
}
