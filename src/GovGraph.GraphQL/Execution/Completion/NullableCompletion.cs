namespace GovGraph.GraphQL.Execution.Completion;

/// <summary>A value type that may be null.</summary>
internal sealed class NullableCompletion<T>(ValueCompletion<T> inner) : ValueCompletion<T?>(inner.IsNonNull)
    where T : struct
{
    public override bool Complete(Execution execution, CompiledField field, T? value) => value.HasValue
        ? inner.Complete(execution, field, value.GetValueOrDefault())
        : CompleteNull(execution, field);
}
