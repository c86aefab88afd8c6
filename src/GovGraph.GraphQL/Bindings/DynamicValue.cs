using GovGraph.GraphQL.Execution;

namespace GovGraph.GraphQL.Bindings;

/// <summary>Objects without a CLR type of their own: dictionaries.</summary>
public static class DynamicValue
{
    /// <summary>The entry named like the field; null where there is none.</summary>
    public static object? Entry(object parent, FieldContext context) => Entry(parent, context.FieldName);

    internal static string? TypeName(object value) => Entry(value, "__typename") as string;

    private static object? Entry(object parent, string name) =>
        parent is IReadOnlyDictionary<string, object?> entries ? entries.GetValueOrDefault(name) : null;
}
