using System.Diagnostics.CodeAnalysis;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Bindings;

/// <summary>The coercion of a scalar whose values are all of one CLR type; fields of that type are written without boxing.</summary>
public abstract class ScalarCoercion<T> : ScalarCoercion
    where T : notnull
{
    public sealed override bool TryWrite(JsonWriter writer, object value, [NotNullWhen(false)] out string? reason)
    {
        if (value is T typed) return TryWrite(writer, typed, out reason);
        reason = $"A {value.GetType()} is no {typeof(T)}.";
        return false;
    }

    public abstract bool TryWrite(JsonWriter writer, T value, [NotNullWhen(false)] out string? reason);
}
