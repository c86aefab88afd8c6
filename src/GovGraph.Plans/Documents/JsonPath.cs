using System.Text.Json;

namespace GovGraph.Plans.Documents;

/// <summary>A validator's path of properties as a JSON path: <c>Areas[0].Title</c> becomes <c>$.areas[0].title</c>.</summary>
internal static class JsonPath
{
    public static string Of(string properties) =>
        properties.Length == 0 ? "$" : $"$.{string.Join('.', properties.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName))}";
}
