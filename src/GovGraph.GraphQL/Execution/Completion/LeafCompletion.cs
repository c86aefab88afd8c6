using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Execution.Completion;

/// <summary>Result coercion of one CLR type to one of the specification's scalars.</summary>
internal interface ILeaf<T>
{
    static abstract bool TryWrite(JsonWriter writer, T value, out string? reason);
}

/// <summary>A scalar whose coercion is known when the program is compiled: no boxing, no indirect call.</summary>
internal sealed class LeafCompletion<T, TLeaf>(bool isNonNull) : ValueCompletion<T>(isNonNull)
    where TLeaf : struct, ILeaf<T>
{
    public override bool Complete(Execution execution, CompiledField field, T value)
    {
        if (value is null) return CompleteNull(execution, field);
        return TLeaf.TryWrite(execution.Writer, value, out var reason) || execution.Fail(field, reason!);
    }

    public override BoundField BindValue<TParent>(FieldDefinition definition, Func<TParent, T> resolve) =>
        new ResolvedField<TParent, LeafResolver<TParent, T, TLeaf>>(definition, new(resolve, this));
}
