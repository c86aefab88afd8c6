using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class MaxIntrospectionDepthTests
{
    private static void Valid(string query) => RuleTest.Valid<MaxIntrospectionDepth>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<MaxIntrospectionDepth>(query, errors);

    [Fact]
    public void Two_lists_deep_is_enough_for_every_tool() => Valid(
        """
        {
          __schema { types { fields { type { ofType { fields { name } } } interfaces { name } } a: possibleTypes { b: interfaces { name } } } }
          plans { fields { fields { fields { fields } } } }
        }
        """);

    [Fact]
    public void Three_lists_deep_is_not() => Invalid(
        """
        {
          __schema { types { fields { type { interfaces { possibleTypes { name } } } } } }
          __type(name: "A") { inputFields { type { ... on __Type { fields { type { fields { name } } } } } } }
        }
        """,
        "2:3 Maximum introspection depth exceeded",
        "3:3 Maximum introspection depth exceeded");

    [Fact]
    public void Fragments_add_up() => Invalid(
        """
        query A { __schema { types { ...One ...Two } } }
        query B { __schema { types { fields { type { ...Two } } } } }
        query C { __schema { types { ...Two } } }
        fragment One on __Type { fields { name } }
        fragment Two on __Type { fields { type { ...One } } }
        """,
        "2:11 Maximum introspection depth exceeded");

    [Fact]
    public void A_cycle_with_a_list_in_it_is_as_deep_as_can_be() => Invalid(
        "{ __schema { types { ...A } } } fragment A on __Type { ...B } fragment B on __Type { fields { type { ...A } } }",
        "1:3 Maximum introspection depth exceeded");

    [Fact]
    public void A_cycle_without_one_is_not() => Valid("{ __schema { types { ...A } } } fragment A on __Type { ofType { ...A ...Nowhere } }");
}
