using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.Uploads;

/// <summary>Puts a mark for each file into the operations, where the caller's <c>map</c> says that it belongs.</summary>
/// <seealso href="https://github.com/jaydenseric/graphql-multipart-request-spec"/>
internal static class FileMap
{
    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false };

    /// <summary>Gives the operations with the marks in them, or the fault that keeps them out.</summary>
    public static RequestFault? Apply(string operations, string map, UploadedFiles files, out byte[] marked)
    {
        marked = Encoding.UTF8.GetBytes(operations);
        if (LoneSurrogates.Contains(marked) || LoneSurrogates.Contains(Encoding.UTF8.GetBytes(map)))
        {
            return Fault(ErrorCodes.UnreadableRequest, "Invalid JSON document: a string has half of a surrogate pair.");
        }

        if (!TryParse(map, out var paths) || paths is not JsonObject)
        {
            return Fault(ErrorCodes.InvalidFileMap, "`map` must be a JSON object that gives each file a list of paths: {\"0\":[\"variables.file\"]}.");
        }

        if (!TryParse(operations, out var root)) return Fault(ErrorCodes.UnreadableRequest, "Invalid JSON document: `operations` cannot be read.");
        foreach (var (key, ofKey) in paths.AsObject())
        {
            if (Apply(root, key, ofKey, files) is { } fault) return fault;
        }

        marked = Encoding.UTF8.GetBytes(root?.ToJsonString() ?? "null");
        return null;
    }

    private static RequestFault? Apply(JsonNode? root, string key, JsonNode? paths, UploadedFiles files)
    {
        if (paths is not JsonArray { Count: > 0 } list) return Fault(ErrorCodes.FileWithoutPath, $"No object paths specified for key '{key}' in 'map'.");
        if (!files.Contains(key)) return Fault(ErrorCodes.FileMissing, $"File of key '{key}' is missing.");
        foreach (var path in list)
        {
            if (path is not JsonValue value || !value.TryGetValue<string>(out var text)) return Fault(ErrorCodes.InvalidFilePath, $"A path of key '{key}' in 'map' is not a string.");
            if (Mark(root, text, key) is { } fault) return fault;
        }

        return null;
    }

    /// <summary>Follows <c>variables.input.files.0</c>, behind the place in the batch if it is one.</summary>
    private static RequestFault? Mark(JsonNode? root, string path, string key)
    {
        var segments = path.Split('.');
        if (segments.ElementAtOrDefault(root is JsonArray ? 1 : 0) != "variables")
        {
            return Fault(ErrorCodes.FilePathOutsideVariables, $"The path '{path}' in 'map' must start with `variables`.");
        }

        var parent = root;
        foreach (var segment in segments[..^1])
        {
            if (!TryStep(parent, segment, out parent)) return NotFound(path);
        }

        var last = segments[^1];
        if (!TryStep(parent, last, out var place)) return NotFound(path);
        if (place is not null) return Fault(ErrorCodes.FilePlaceTaken, $"The path '{path}' in 'map' must lead to null, but something stands there.");
        if (parent is JsonArray array) array[int.Parse(last)] = UploadCoercion.MarkOf(key);
        else parent!.AsObject()[last] = UploadCoercion.MarkOf(key);
        return null;
    }

    private static bool TryStep(JsonNode? from, string segment, out JsonNode? to)
    {
        to = null;
        switch (from)
        {
            case JsonObject members:
                return members.TryGetPropertyValue(segment, out to);
            case JsonArray items when int.TryParse(segment, out var index) && index >= 0 && index < items.Count:
                to = items[index];
                return true;
            default:
                return false;
        }
    }

    private static bool TryParse(string json, out JsonNode? node)
    {
        try
        {
            node = JsonNode.Parse(json, documentOptions: s_strict);
            return true;
        }
        catch (JsonException)
        {
            node = null;
            return false;
        }
    }

    private static RequestFault NotFound(string path) => Fault(ErrorCodes.FilePlaceNotFound, $"The path '{path}' in 'map' leads nowhere in 'operations'.");

    private static RequestFault Fault(string code, string message) => new(StatusCodes.Status400BadRequest, code, message);
}
