using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace GovGraph.Storage.Filters;

/// <summary>Prints the parts of a filter so that no two different filters print the same.</summary>
internal static class FilterText
{
    public static void PrintParts(StringBuilder text, string name, ImmutableArray<Filter> filters)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        text.Append(name).Append('(');
        for (var i = 0; i < filters.Length; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            filters[i].Print(text);
        }

        text.Append(')');
    }

    public static void PrintValues(StringBuilder text, ImmutableArray<object?> values)
    {
        text.Append('[');
        for (var i = 0; i < values.Length; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            PrintValue(text, values[i]);
        }

        text.Append(']');
    }

    public static void PrintValue(StringBuilder text, object? value) => text.Append(value switch
    {
        null => "null",
        string s => $"\"{s.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    });
}
