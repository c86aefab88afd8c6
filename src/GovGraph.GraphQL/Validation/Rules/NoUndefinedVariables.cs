using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>A variable that an operation uses, in its fragments too, is defined by it.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-All-Variable-Uses-Defined"/>
internal sealed class NoUndefinedVariables(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<string> _defined = [];

    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in Context.Operations)
        {
            _defined.Clear();
            foreach (var variable in operation.Operation.VariableDefinitions) _defined.Add(variable.Variable.Name.Value);

            Check(operation, operation);
            foreach (var fragment in Context.ReferencedFragments(operation)) Check(fragment, operation);
            if (Context.IsAborted) return;
        }
    }

    private void Check(DefinitionScope scope, OperationScope operation)
    {
        foreach (var usage in scope.VariableUsages)
        {
            if (_defined.Contains(usage.Name)) continue;

            Report(
                operation.Operation.Name is { } name
                    ? $"Variable \"${usage.Name}\" is not defined by operation \"{name}\"."
                    : $"Variable \"${usage.Name}\" is not defined.",
                usage.Variable,
                operation.Operation);
            if (Context.IsAborted) return;
        }
    }
}
