using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Execution.Completion;

/// <summary>A scalar whose coercion was written for this CLR type.</summary>
internal sealed class ScalarCompletion<T>(ScalarCoercion<T> coercion, bool isNonNull) : ValueCompletion<T>(isNonNull)
    where T : notnull
{
    public override bool Complete(Execution execution, CompiledField field, T value)
    {
        if (value is null) return CompleteNull(execution, field);
        return coercion.TryWrite(execution.Writer, value, out var reason) || execution.Fail(field, reason!);
    }
}

/// <summary>A scalar whose coercion looks at the value itself.</summary>
internal sealed class BoxedScalarCompletion<T>(ScalarType type, bool isNonNull) : ValueCompletion<T>(isNonNull)
{
    public override bool Complete(Execution execution, CompiledField field, T value)
    {
        if (value is null) return CompleteNull(execution, field);
        return type.Coercion.TryWrite(execution.Writer, value, out var reason)
            || execution.Fail(field, reason ?? $"{type.Name} cannot represent the value.");
    }
}
