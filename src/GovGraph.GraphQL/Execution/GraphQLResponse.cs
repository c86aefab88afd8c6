using GovGraph.GraphQL.Costs;
using GovGraph.GraphQL.Errors;

namespace GovGraph.GraphQL.Execution;

/// <summary>A response as UTF-8 JSON in a pooled buffer: dispose of it when it is sent.</summary>
public sealed class GraphQLResponse : IDisposable
{
    private static readonly GraphQLError[] s_streamNeeded = [new("A subscription needs a transport that can carry a stream of responses.")];

    private readonly JsonWriter _writer;

    internal GraphQLResponse(JsonWriter writer, ResponseKind kind, IReadOnlyList<GraphQLError> errors) =>
        (_writer, Kind, Errors) = (writer, kind, errors);

    public ReadOnlyMemory<byte> Body => _writer.WrittenMemory;

    public ResponseKind Kind { get; }

    public int ErrorCount => Errors.Count;

    internal IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>Opens the stream that is needed: what happens once it is open is not missed. One that cannot be opened has one response: why. Null where none is needed.</summary>
    internal Func<CancellationToken, ValueTask<IAsyncEnumerable<GraphQLResponse>>>? OpenStream { get; private init; }

    public void Dispose() => _writer.Dispose();

    /// <summary>A response without data.</summary>
    internal static GraphQLResponse Refuse(ResponseKind kind, IReadOnlyList<GraphQLError> errors, Cost? reportedCost = null) =>
        new(Write(errors, reportedCost), kind, errors);

    /// <summary>A response that stands where its stream can't.</summary>
    internal static GraphQLResponse NeedStream(Func<CancellationToken, ValueTask<IAsyncEnumerable<GraphQLResponse>>> open) =>
        new(Write(s_streamNeeded, null), ResponseKind.StreamNeeded, s_streamNeeded) { OpenStream = open };

    /// <summary>A response that tells the cost and nothing else.</summary>
    internal static GraphQLResponse Report(Cost cost)
    {
        var writer = new JsonWriter();
        writer.WriteRaw("{"u8);
        CostReport.Write(writer, cost);
        writer.WriteRaw("}"u8);
        return new GraphQLResponse(writer, ResponseKind.Executed, []);
    }

    private static JsonWriter Write(IReadOnlyList<GraphQLError> errors, Cost? reportedCost)
    {
        var writer = new JsonWriter();
        writer.WriteRaw("{\"errors\":"u8);
        ErrorWriter.Write(writer, errors);
        if (reportedCost is { } cost)
        {
            writer.WriteRaw(","u8);
            CostReport.Write(writer, cost);
        }

        writer.WriteRaw("}"u8);
        return writer;
    }
}
