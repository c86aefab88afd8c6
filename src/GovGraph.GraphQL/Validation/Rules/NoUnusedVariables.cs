using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>A variable that an operation defines is used by it, in its fragments at least.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-All-Variables-Used"/>
internal sealed class NoUnusedVariables(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<string> _used = [];

    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in Context.Operations)
        {
            if (operation.Operation.VariableDefinitions.IsEmpty) continue;
            if (Context.IsAborted) return;

            _used.Clear();
            Collect(operation);
            foreach (var fragment in Context.ReferencedFragments(operation)) Collect(fragment);
            Check(operation.Operation);
        }
    }

    private void Collect(DefinitionScope scope)
    {
        foreach (var usage in scope.VariableUsages) _used.Add(usage.Name);
    }

    private void Check(OperationDefinitionNode operation)
    {
        foreach (var variable in operation.VariableDefinitions)
        {
            var name = variable.Variable.Name.Value;
            if (_used.Contains(name)) continue;
            if (Context.IsAborted) return;

            Report(
                operation.Name is null
                    ? $"Variable \"${name}\" is never used."
                    : $"Variable \"${name}\" is never used in operation \"{operation.Name}\".",
                variable);
        }
    }
}
