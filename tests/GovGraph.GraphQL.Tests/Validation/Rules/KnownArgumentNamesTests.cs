using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownArgumentNamesTests
{
    private static void Valid(string query) => RuleTest.Valid<KnownArgumentNames>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<KnownArgumentNames>(query, errors);

    [Fact]
    public void Arguments_of_the_field_and_the_directive_are_known() => Valid("{ plan(id: 1) { title(short: true) @include(if: true) @once(note: \"x\") } }");

    [Fact]
    public void Arguments_of_unknown_fields_and_directives_are_left_to_other_rules() => Valid("{ unknown(a: 1) __typename @unknown(b: 2) }");

    [Fact]
    public void Others_are_reported_deeply() => Invalid(
        "{ plan(id: 1, number: 2) { ... on Plan { title(sort: true, long: false) } } }",
        "1:15 Unknown argument \"number\" on field \"Query.plan\".",
        "1:48 Unknown argument \"sort\" on field \"Plan.title\". Did you mean \"short\"?",
        "1:60 Unknown argument \"long\" on field \"Plan.title\".");

    [Fact]
    public void Others_are_reported_on_directives() => Invalid(
        "query @once(notes: 1) { plan(id: 1) { id @skip(unless: true) } }",
        "1:13 Unknown argument \"notes\" on directive \"@once\". Did you mean \"note\"?",
        "1:48 Unknown argument \"unless\" on directive \"@skip\".");
}
