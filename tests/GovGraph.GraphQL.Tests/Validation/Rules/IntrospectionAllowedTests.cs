using GovGraph.GraphQL.Validation;
using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class IntrospectionAllowedTests
{
    private static readonly ValidationOptions TurnedOff = new() { AllowIntrospection = false };

    [Fact]
    public void It_is_allowed_unless_turned_off() => RuleTest.Valid<IntrospectionAllowed>("{ __schema { description } }");

    [Fact]
    public void Typename_always_is() => RuleTest.Valid<IntrospectionAllowed>("{ __typename plans { __typename } }", TurnedOff);

    [Fact]
    public void Nothing_else_is_when_it_is_turned_off() => RuleTest.Invalid<IntrospectionAllowed>(
        "{ a: __schema { description } ...F } fragment F on Query { __type(name: \"A\") { name } }",
        TurnedOff,
        "1:3 Introspection is not allowed for the current request.",
        "1:60 Introspection is not allowed for the current request.");

    [Fact]
    public void The_error_names_the_field_for_programs()
    {
        var error = Assert.Single(RuleTest.Validate("{ a: __schema { description } }", TurnedOff));

        Assert.Equal("HC0046", error.Code);
        Assert.Equal("__schema", error.Extensions["field"]);
    }

    [Fact]
    public void Then_errors_do_not_tell_names_of_the_schema_either() => Assert.Equal(
        [
            "Unknown type \"Stat\".",
            "Cannot query field \"titel\" on type \"Plan\".",
            "Cannot query field \"due\" on type \"Node\".",
            "Unknown argument \"ids\" on field \"Query.plan\".",
            "Value \"OPENED\" does not exist in \"State\" enum.",
        ],
        RuleTest.Validate(
            "query ($a: Stat) { plan(id: $a, ids: 1) { titel tasks(first: 1, state: OPENED) { id } } node(id: 1) { due } }",
            TurnedOff).Select(error => error.Message));
}
