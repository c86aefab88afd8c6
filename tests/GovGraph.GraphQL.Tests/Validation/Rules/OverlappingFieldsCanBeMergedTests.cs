using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class OverlappingFieldsCanBeMergedTests
{
    private const string Advice = "Use different aliases on the fields to fetch both if this was intentional.";

    private static void Valid(string query) => RuleTest.Valid<OverlappingFieldsCanBeMerged>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<OverlappingFieldsCanBeMerged>(query, errors);

    [Fact]
    public void The_same_field_may_be_selected_again() => Valid(
        """
        { plan(id: 1) { id id title(short: true) ...F ... { id title(short: true) tasks(first: 1) { id } } } }
        fragment F on Plan { id tasks(first: 1) { id due } }
        """);

    [Fact]
    public void Directives_make_no_difference() => Valid("{ plans { id @skip(if: true) id @include(if: true) id } }");

    [Fact]
    public void The_order_of_arguments_and_input_fields_makes_none() => Valid(
        """
        {
          plans(first: 1, where: { year: 1, years: { from: 1, to: 2 } }, order: [TITLE]) { id }
          plans(order: [TITLE], where: { years: { to: 2, from: 1 }, year: 1 }, first: 1) { id }
        }
        """);

    [Fact]
    public void Two_fields_do_not_share_a_name() => Invalid(
        """
        { plans {
          a: id
          a: year
        } }
        """,
        $"2:3 3:3 Fields \"a\" conflict because \"id\" and \"year\" are different fields. {Advice}");

    [Fact]
    public void An_alias_does_not_hide_another_field() => Invalid(
        "{ plans { title: id title } }",
        $"1:11 1:21 Fields \"title\" conflict because \"id\" and \"title\" are different fields. {Advice}");

    [Theory]
    [InlineData("title(short: true)", "title")]
    [InlineData("title", "title(short: true)")]
    [InlineData("title(short: true)", "title(short: false)")]
    [InlineData("title(short: $a)", "title(short: $b)")]
    [InlineData("title(short: null)", "title(short: \"null\")")]
    [InlineData("title(short: [1])", "title(short: [1, 1])")]
    [InlineData("title(short: [1, 2])", "title(short: [2, 1])")]
    [InlineData("title(short: {a: 1})", "title(short: {b: 1})")]
    [InlineData("title(short: {a: 1})", "title(short: {a: 1, b: 1})")]
    [InlineData("title(short: 1)", "title(short: 1.0)")]
    [InlineData("title(short: A)", "title(short: \"A\")")]
    [InlineData("title(a: 1)", "title(b: 1)")]
    public void Different_arguments_make_different_fields(string one, string other) => Invalid(
        $$"""
        { plans {
          {{one}}
          {{other}}
        } }
        """,
        $"2:3 3:3 Fields \"title\" conflict because they have differing arguments. {Advice}");

    [Fact]
    public void Long_lists_of_arguments_are_compared_by_name()
    {
        var some = string.Join(' ', Enumerable.Range(0, 20).Select(i => $"a{i}: {{ {string.Join(' ', Enumerable.Range(0, 20).Select(j => $"b{j}: {j}"))} }}"));
        var same = string.Join(' ', Enumerable.Range(0, 20).Reverse().Select(i => $"a{i}: {{ {string.Join(' ', Enumerable.Range(0, 20).Reverse().Select(j => $"b{j}: {j}"))} }}"));

        Valid($"{{ scale({some}) scale({same}) }}");
        Invalid(
            $"{{ scale({some})\n scale({same.Replace("b7: 7", "b7: 8", StringComparison.Ordinal)}) }}",
            $"1:3 2:2 Fields \"scale\" conflict because they have differing arguments. {Advice}");
    }

    [Fact]
    public void Objects_of_different_types_never_meet() => Valid(
        """
        { found {
          ... on Plan { name: title(short: true) who: lead { name } }
          ... on Task { name: due who: lead { name } }
        } }
        """);

    [Fact]
    public void An_interface_may_meet_any_type() => Invalid(
        "{ node(id: 1) { ... on Dated { a: due } ... on Plan { a: title } ... on Task { a: due } } }",
        $"1:32 1:55 Fields \"a\" conflict because \"due\" and \"title\" are different fields. {Advice}");

    [Theory]
    [InlineData("id", "ID!", "due", "String")]
    [InlineData("id", "ID!", "year", "[Int]")]
    [InlineData("year", "Int", "title", "String!")]
    [InlineData("year", "Int", "year", "[Int]")]
    [InlineData("tasks(first: 1) { id }", "[Task!]", "plan { id }", "Plan")]
    [InlineData("tasks(first: 1) { id }", "[Task!]", "year", "[Int]")]
    public void But_even_where_they_never_meet_one_name_has_one_shape(string ofPlan, string type, string ofTask, string otherType) => Invalid(
        $$"""
        { found {
          ... on Plan { a: {{ofPlan}} }
          ... on Task { a: {{ofTask}} }
        } }
        """,
        $"2:17 3:17 Fields \"a\" conflict because they return conflicting types \"{type}\" and \"{otherType}\". {Advice}");

    [Fact]
    public void Every_pair_is_reported() => Invalid(
        "{ plans { a: id a: year a: title } }",
        $"1:11 1:17 Fields \"a\" conflict because \"id\" and \"year\" are different fields. {Advice}",
        $"1:11 1:25 Fields \"a\" conflict because \"id\" and \"title\" are different fields. {Advice}",
        $"1:17 1:25 Fields \"a\" conflict because \"year\" and \"title\" are different fields. {Advice}");

    [Fact]
    public void Conflicts_deep_inside_are_told_from_where_their_ways_part() => Invalid(
        """
        { owner { ... on Unit {
          parent { head { a: name b: name } head { c: name } }
          parent { head { a: secret b: secret } }
        } } }
        """,
        $"2:3 2:12 2:19 2:27 3:3 3:12 3:19 3:29 Fields \"parent\" conflict because subfields \"head\" conflict because subfields \"a\" conflict because \"name\" and \"secret\" are different fields and subfields \"b\" conflict because \"name\" and \"secret\" are different fields. {Advice}");

    [Fact]
    public void Fields_of_fragments_conflict_too_and_are_reported_once() => Invalid(
        """
        {
          a: plans { ...A ...B }
          b: plans { ...B ...A }
          c: plans { ...A x: title }
        }
        fragment A on Plan { x: id }
        fragment B on Plan { ...C }
        fragment C on Plan { x: year }
        """,
        $"6:22 8:22 Fields \"x\" conflict because \"id\" and \"year\" are different fields. {Advice}",
        $"4:19 6:22 Fields \"x\" conflict because \"title\" and \"id\" are different fields. {Advice}");

    [Fact]
    public void Fragments_below_two_fields_of_one_name_meet() => Invalid(
        """
        {
          plans { ...A }
          plans { ...B }
        }
        fragment A on Plan { x: id }
        fragment B on Plan { x: year }
        """,
        $"2:3 5:22 3:3 6:22 Fields \"plans\" conflict because subfields \"x\" conflict because \"id\" and \"year\" are different fields. {Advice}");

    [Fact]
    public void Nor_do_the_fields_inside_theirs() => Valid(
        """
        { found {
          ... on Plan { lead { x: name parent { y: name } } }
          ... on Task { lead { x: secret ...F } }
        } }
        fragment F on Unit { parent { y: secret } }
        """);

    [Fact]
    public void But_these_have_one_shape_too() => Invalid(
        """
        { found {
          ... on Plan { lead { x: name } }
          ... on Task { lead { x: head { name } } }
        } }
        """,
        $"2:17 2:24 3:17 3:24 Fields \"lead\" conflict because subfields \"x\" conflict because they return conflicting types \"String\" and \"Unit!\". {Advice}");

    [Fact]
    public void Fragments_that_never_met_may_meet_elsewhere() => Invalid(
        """
        {
          found { ... on Plan { lead { ...A } } ... on Task { lead { ...B } } }
          owner { ...A ...B }
        }
        fragment A on Unit { x: name }
        fragment B on Unit { x: secret }
        """,
        $"5:22 6:22 Fields \"x\" conflict because \"name\" and \"secret\" are different fields. {Advice}");

    [Fact]
    public void Unused_fragments_are_looked_at_too() => Invalid(
        "{ __typename } fragment F on Plan { x: id x: year }",
        $"1:37 1:43 Fields \"x\" conflict because \"id\" and \"year\" are different fields. {Advice}");

    [Fact]
    public void What_is_unknown_has_any_shape() => Valid(
        "{ ... on Nothing { a } ... on Plan { a { c } } ... on Nothing { a { d } } plans { id { b } ...Nowhere } }");

    [Fact]
    public void Unknown_fields_have_different_names_all_the_same() => Invalid(
        "{ a: unknown a: other }",
        $"1:3 1:14 Fields \"a\" conflict because \"unknown\" and \"other\" are different fields. {Advice}");

    [Fact]
    public void Fragments_that_spread_themselves_end() => Invalid(
        """
        { owner { ...A ...B } }
        fragment A on Unit { parent { ...A parent { ...B } } x: name }
        fragment B on Unit { parent { ...B parent { ...A } } x: secret }
        """,
        $"2:54 3:54 Fields \"x\" conflict because \"name\" and \"secret\" are different fields. {Advice}");
}
