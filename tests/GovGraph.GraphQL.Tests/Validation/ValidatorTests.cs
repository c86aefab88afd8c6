using GovGraph.GraphQL.Validation;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation;

public sealed class ValidatorTests
{
    [Fact]
    public void A_valid_document_has_no_errors() => Assert.Empty(RuleTest.Validate(
        """
        "All open tasks."
        query Open($first: Int! = 5, "Whether briefly" $short: Boolean) {
          plans(first: $first, where: { years: { from: 2020 } }, order: [YEAR]) {
            ...Head
            tasks(first: $first, states: [OPEN, OVERDUE]) { id due ... on Node { __typename } }
          }
          found { ...Head ... on Task { state } }
        }

        "What every plan is shown with."
        fragment Head on Plan { id title(short: $short) @include(if: true) }
        """));

    [Fact]
    public void Errors_come_rule_by_rule() => Assert.Equal(
        ["KnownTypeNames", "KnownTypeNames", "FieldsOnCorrectType", "FieldsOnCorrectType", "NoUnusedVariables", "ProvidedRequiredArguments"],
        RuleTest.Validate("query ($a: Nothing) { unknown plan { unknown } ... on Nowhere { id } }").Select(error => error.Rule));

    [Fact]
    public void After_so_many_errors_validation_stops()
    {
        var errors = RuleTest.Validate("{ a b c d }", new ValidationOptions { MaxErrors = 2 });

        Assert.Equal(
            [
                "Cannot query field \"a\" on type \"Query\".",
                "Cannot query field \"b\" on type \"Query\".",
                "Too many validation errors, error limit reached. Validation aborted.",
            ],
            errors.Select(error => error.Message));
        Assert.Null(errors[2].Rule);
    }

    [Fact]
    public void As_many_errors_as_are_allowed_are_not_too_many() =>
        Assert.Equal(2, RuleTest.Validate("{ a b }", new ValidationOptions { MaxErrors = 2 }).Length);
}
