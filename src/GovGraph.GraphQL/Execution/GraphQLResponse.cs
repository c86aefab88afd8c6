using GovGraph.GraphQL.Errors;

namespace GovGraph.GraphQL.Execution;

/// <summary>A response as UTF-8 JSON in a pooled buffer: dispose of it when it is sent.</summary>
public sealed class GraphQLResponse : IDisposable
{
    private readonly JsonWriter _writer;

    internal GraphQLResponse(JsonWriter writer, ResponseKind kind, int errorCount) =>
        (_writer, Kind, ErrorCount) = (writer, kind, errorCount);

    public ReadOnlyMemory<byte> Body => _writer.WrittenMemory;

    public ResponseKind Kind { get; }

    public int ErrorCount { get; }

    public void Dispose() => _writer.Dispose();

    /// <summary>A response without data.</summary>
    internal static GraphQLResponse Refuse(ResponseKind kind, IReadOnlyList<GraphQLError> errors)
    {
        var writer = new JsonWriter();
        writer.WriteRaw("{\"errors\":"u8);
        ErrorWriter.Write(writer, errors);
        writer.WriteRaw("}"u8);
        return new GraphQLResponse(writer, kind, errors.Count);
    }
}
