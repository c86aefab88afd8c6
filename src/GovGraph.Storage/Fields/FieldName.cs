using System.Text.Json;

namespace GovGraph.Storage.Fields;

/// <summary>The name of a field that stands for a word of an enum: <c>openOverdue</c> counts what is OPEN_OVERDUE.</summary>
public static class FieldName
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
