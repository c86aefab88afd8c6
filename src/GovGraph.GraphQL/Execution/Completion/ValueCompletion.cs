using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Execution.Completion;

/// <summary>CompleteValue for one position of the schema: how a resolved value becomes JSON.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#CompleteValue()"/>
internal abstract class ValueCompletion(bool isNonNull)
{
    /// <summary>Whether null may not stand here: a failure then falls to the parent.</summary>
    public bool IsNonNull { get; } = isNonNull;

    protected bool CompleteNull(Execution execution, CompiledField field)
    {
        if (IsNonNull) return execution.Fail(field, $"Cannot return null for non-nullable field {field.Coordinate}.");
        execution.Writer.WriteNull();
        return true;
    }
}

/// <summary>The same for values of one CLR type, so that nothing is boxed.</summary>
internal abstract class ValueCompletion<T>(bool isNonNull) : ValueCompletion(isNonNull)
{
    /// <summary>Writes the value, or reports an error and returns false: its owner then cuts back and writes null or fails in turn.</summary>
    public abstract bool Complete(Execution execution, CompiledField field, T value);

    /// <summary>A field whose value is completed so.</summary>
    public virtual BoundField BindValue<TParent>(FieldDefinition definition, Func<TParent, T> resolve) =>
        new ResolvedField<TParent, ValueResolver<TParent, T>>(definition, new(resolve, this));
}
