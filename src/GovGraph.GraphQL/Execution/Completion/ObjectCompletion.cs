using GovGraph.GraphQL.Bindings;

namespace GovGraph.GraphQL.Execution.Completion;

/// <summary>A value whose object type the schema knows.</summary>
internal sealed class ObjectCompletion<T>(BoundObject type, bool isItem, bool isNonNull) : ValueCompletion<T>(isNonNull)
{
    public override bool Complete(Execution execution, CompiledField field, T value) => value is null
        ? CompleteNull(execution, field)
        : execution.CompleteObject(field, type, value, isItem, IsNonNull);
}

/// <summary>A value of an interface or union: its CLR type tells its object type.</summary>
internal sealed class AbstractCompletion<T>(BoundAbstract type, bool isItem, bool isNonNull) : ValueCompletion<T>(isNonNull)
{
    public override bool Complete(Execution execution, CompiledField field, T value)
    {
        if (value is null) return CompleteNull(execution, field);
        if (type.ResolveType(value) is { } objectType) return execution.CompleteObject(field, objectType, value, isItem, IsNonNull);
        throw new InvalidOperationException(
            $"Abstract type \"{type.Type.Name}\" of field {field.Coordinate} has no object type bound to {value.GetType()}.");
    }
}
