using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class SingleFieldSubscriptionsTests
{
    private static void Valid(string query) => RuleTest.Valid<SingleFieldSubscriptions>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<SingleFieldSubscriptions>(query, errors);

    [Fact]
    public void One_field_is_fine_even_if_it_is_selected_twice() => Valid(
        """
        subscription S { taskChanged { id } ...F }
        fragment F on Subscription { taskChanged { title } }
        """);

    [Fact]
    public void Queries_may_select_more() => Valid("{ found { __typename } owner { __typename } }");

    [Fact]
    public void All_fields_after_the_first_are_reported_together() => Invalid(
        """
        subscription S {
          a: taskChanged { id }
          ... { b: taskChanged { id } ...F }
          ...F
        }
        fragment F on Subscription { planChanged { id } a: taskChanged { title } }
        """,
        "3:9 6:30 Subscription \"S\" must select only one top level field.");

    [Fact]
    public void An_introspection_field_is_no_event() => Invalid(
        "subscription { __typename }",
        "1:16 Anonymous Subscription must not select an introspection top level field.");

    [Fact]
    public void The_field_is_not_conditional() => Invalid(
        "subscription ($yes: Boolean!) { taskChanged @skip(if: $yes) { id } ... @include(if: $yes) { planChanged { id } } }",
        "1:45 Anonymous Subscription must not use \"@skip\" on its top level field.",
        "1:72 Anonymous Subscription must not use \"@include\" on its top level field.");

    [Fact]
    public void Fragments_that_spread_themselves_end() => Valid(
        """
        subscription { ...F }
        fragment F on Subscription { ...F ...G taskChanged { id } }
        fragment G on Subscription { ...F }
        """);

    [Fact]
    public void Fragments_on_other_types_do_not_apply() => Valid(
        """
        subscription { taskChanged { id } ...F ... on Nothing { planChanged { id } } }
        fragment F on Mutation { close(id: 1) { id } }
        """);
}
