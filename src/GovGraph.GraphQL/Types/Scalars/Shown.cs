using System.Globalization;

namespace GovGraph.GraphQL.Types.Scalars;

/// <summary>How a reason shows the value it refuses.</summary>
internal static class Shown
{
    public static string Of(object value) => value switch
    {
        string text => $"\"{text}\"",
        bool boolean => boolean ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.GetType().Name,
    };
}
