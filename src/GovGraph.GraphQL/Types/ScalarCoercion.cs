using System.Text.Json;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Types;

/// <summary>How a scalar's values come in (as a literal or in JSON) and go out. One per scalar, bound by name.</summary>
/// <remarks>Coercing in returns false with a reason instead of throwing: bad input is a request error, not a fault.</remarks>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Scalars.Result-Coercion"/>
public abstract class ScalarCoercion
{
    /// <summary>Takes any value as it is: what a custom scalar without a coercion of its own does.</summary>
    public static ScalarCoercion Any { get; } = null!;

    /// <summary>Input coercion of a literal that holds no variable.</summary>
    public abstract bool TryCoerceLiteral(ValueNode literal, out object? value, out string? reason);

    /// <summary>Input coercion of a variable's value.</summary>
    public abstract bool TryCoerceJson(JsonElement json, out object? value, out string? reason);

    /// <summary>Result coercion: writes the value as JSON, or returns false with a reason when it is none of this scalar's.</summary>
    public abstract bool TryWrite(JsonWriter writer, object value, out string? reason);
}
