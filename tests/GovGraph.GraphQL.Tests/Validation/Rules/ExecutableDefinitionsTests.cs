using GovGraph.GraphQL.Validation.Rules;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation.Rules;

public sealed class ExecutableDefinitionsTests
{
    private static void Valid(string query) => RuleTest.Valid<ExecutableDefinitions>(query);

    private static void Invalid(string query, params string[] errors) => RuleTest.Invalid<ExecutableDefinitions>(query, errors);

    [Fact]
    public void Operations_and_fragments_may_be_executed() => Valid("query A { ...F } mutation B { __typename } fragment F on Query { __typename }");

    [Fact]
    public void Definitions_of_types_may_not() => Invalid(
        """
        { __typename }
        type Plan { id: ID }
        extend union Found = Plan
        directive @mine on FIELD
        schema { query: Plan }
        """,
        "2:1 The \"Plan\" definition is not executable.",
        "3:1 The \"Found\" definition is not executable.",
        "4:1 The \"mine\" definition is not executable.",
        "5:1 The schema definition is not executable.");
}
