using System.Text.Json;
using GovGraph.GraphQL.Errors;

namespace GovGraph.GraphQL.Execution;

/// <summary>Writes the "errors" of a response.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Errors.Error-Result-Format"/>
internal static class ErrorWriter
{
    public static void Write(JsonWriter writer, IReadOnlyList<GraphQLError> errors)
    {
        for (var index = 0; index < errors.Count; index++)
        {
            writer.WriteByte((byte)(index == 0 ? '[' : ','));
            Write(writer, errors[index]);
        }

        writer.WriteByte((byte)']');
    }

    private static void Write(JsonWriter writer, GraphQLError error)
    {
        writer.WriteRaw("{\"message\":"u8);
        writer.WriteString(error.Message);
        WriteLocations(writer, error);
        WritePath(writer, error);
        WriteExtensions(writer, error);
        writer.WriteByte((byte)'}');
    }

    private static void WriteLocations(JsonWriter writer, GraphQLError error)
    {
        if (error.Locations.IsEmpty) return;
        writer.WriteRaw(",\"locations\":["u8);
        for (var index = 0; index < error.Locations.Length; index++)
        {
            if (index > 0) writer.WriteByte((byte)',');
            writer.WriteRaw("{\"line\":"u8);
            writer.WriteNumber(error.Locations[index].Line);
            writer.WriteRaw(",\"column\":"u8);
            writer.WriteNumber(error.Locations[index].Column);
            writer.WriteByte((byte)'}');
        }

        writer.WriteByte((byte)']');
    }

    private static void WritePath(JsonWriter writer, GraphQLError error)
    {
        if (error.Path.IsEmpty) return;
        writer.WriteRaw(",\"path\":["u8);
        for (var index = 0; index < error.Path.Length; index++)
        {
            if (index > 0) writer.WriteByte((byte)',');
            if (error.Path[index] is int item) writer.WriteNumber(item);
            else writer.WriteString((string)error.Path[index]);
        }

        writer.WriteByte((byte)']');
    }

    private static void WriteExtensions(JsonWriter writer, GraphQLError error)
    {
        if (error.Code is null && error.Extensions.IsEmpty) return;
        writer.WriteRaw(",\"extensions\":{"u8);
        if (error.Code is { } code)
        {
            writer.WriteRaw("\"code\":"u8);
            writer.WriteString(code);
        }

        var isFirst = error.Code is null;

        // Sorted, for a dictionary's own order is nobody's.
        foreach (var (name, value) in error.Extensions.OrderBy(extension => extension.Key, StringComparer.Ordinal))
        {
            if (!isFirst) writer.WriteByte((byte)',');
            isFirst = false;
            writer.WriteString(name);
            writer.WriteByte((byte)':');
            writer.WriteRaw(JsonSerializer.SerializeToUtf8Bytes(value));
        }

        writer.WriteByte((byte)'}');
    }
}
