using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>No two variables of an operation have one name.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Variable-Uniqueness"/>
internal sealed class UniqueVariableNames(ValidationContext context) : ValidationRule(context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        foreach (var names in DuplicateNames.In(operation.VariableDefinitions, static variable => variable.Variable.Name))
        {
            Report($"There can be only one variable named \"${names[0]}\".", [.. names]);
        }
    }
}
