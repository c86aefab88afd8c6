using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Scalars;

namespace GovGraph.GraphQL.Types;

/// <summary>How a scalar's values come in (as a literal or in JSON) and go out. One per scalar, bound by name.</summary>
/// <remarks>Coercing in returns false with a reason instead of throwing: bad input is a request error, not a fault.</remarks>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Scalars.Result-Coercion"/>
public abstract class ScalarCoercion
{
    /// <summary>A <see cref="int"/>.</summary>
    public static ScalarCoercion Int { get; } = new IntCoercion();

    /// <summary>A finite <see cref="double"/>.</summary>
    public static ScalarCoercion Float { get; } = new FloatCoercion();

    /// <summary>A <see cref="string"/>.</summary>
    public static ScalarCoercion String { get; } = new StringCoercion();

    /// <summary>A <see cref="bool"/>.</summary>
    public static ScalarCoercion Boolean { get; } = new BooleanCoercion();

    /// <summary>A <see cref="string"/>, whether it came as a string or as a whole number.</summary>
    public static ScalarCoercion Id { get; } = new IdCoercion();

    /// <summary>Takes any value as it is, as a <see cref="JsonElement"/>: what a custom scalar without a coercion of its own does.</summary>
    public static ScalarCoercion Any { get; } = new AnyCoercion();

    /// <summary>Input coercion of a literal that holds no variable.</summary>
    public abstract bool TryCoerceLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? reason);

    /// <summary>Input coercion of a variable's value.</summary>
    public abstract bool TryCoerceJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? reason);

    /// <summary>Result coercion: writes the value as JSON, or returns false with a reason when it is none of this scalar's.</summary>
    public abstract bool TryWrite(JsonWriter writer, object value, [NotNullWhen(false)] out string? reason);

    /// <summary>The coercion of a scalar that the specification defines; <see cref="Any"/> for all others.</summary>
    internal static ScalarCoercion Of(string scalarName) => scalarName switch
    {
        "Int" => Int,
        "Float" => Float,
        "String" => String,
        "Boolean" => Boolean,
        "ID" => Id,
        _ => Any,
    };

    private protected static bool Accept(object? accepted, out object? value, out string? reason)
    {
        (value, reason) = (accepted, null);
        return true;
    }

    private protected static bool Refuse(string why, out object? value, out string reason)
    {
        (value, reason) = (null, why);
        return false;
    }
}
