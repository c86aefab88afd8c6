using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Transport;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Tests.Transport;

/// <summary>An engine that parses a document and answers with what it was asked, so that a test sees what a transport understood.</summary>
internal static class EchoEngine
{
    public static Engine Create() => Create(_ => Count(3));

    /// <summary>With these events for whoever subscribes.</summary>
    public static Engine Create(Func<CancellationToken, IAsyncEnumerable<GraphQLResponse>> subscribe) => new()
    {
        Execute = (request, _) => new(Execute(request, subscribe)),
        Schema = SchemaBuilder.Build("type Query { name: String }").Schema!,
        Validate = _ => [],
        TakesUploads = false,
        PrintSchema = () => "type Query {\n  name: String\n}\n",
    };

    public static GraphQLResponse Execute(GraphQLRequest request) => Execute(request, _ => Count(3));

    private static GraphQLResponse Execute(GraphQLRequest request, Func<CancellationToken, IAsyncEnumerable<GraphQLResponse>> subscribe)
    {
        var parsed = Parser.Parse(request.Query);
        if (!parsed.IsParsed) return GraphQLResponse.Refuse(ResponseKind.RequestError, [parsed.Error]);
        var operation = ((OperationDefinitionNode)parsed.Node.Definitions[0]).Operation;
        if (operation == OperationType.Subscription) return GraphQLResponse.NeedStream(cancellation => new(subscribe(cancellation)));
        if (operation == OperationType.Mutation && !request.AllowsMutation)
        {
            return GraphQLResponse.Refuse(
                ResponseKind.OperationNotAllowed, [new GraphQLError("The specified operation kind is not allowed.")]);
        }

        var writer = new JsonWriter();
        writer.WriteRaw("{\"data\":{\"query\":"u8);
        writer.WriteString(request.Query);
        if (request.OperationName is not null)
        {
            writer.WriteRaw(",\"operationName\":"u8);
            writer.WriteString(request.OperationName);
        }

        Write(writer, ",\"variables\":"u8, request.Variables);
        Write(writer, ",\"extensions\":"u8, request.Extensions);
        writer.WriteRaw("}}"u8);
        return new GraphQLResponse(writer, ResponseKind.Executed, []);
    }

    public static GraphQLResponse Data(string json) => Raw("{\"data\":" + json + "}");

    public static GraphQLResponse Raw(string json)
    {
        var writer = new JsonWriter();
        writer.WriteRaw(System.Text.Encoding.UTF8.GetBytes(json));
        return new GraphQLResponse(writer, ResponseKind.Executed, []);
    }

    private static IAsyncEnumerable<GraphQLResponse> Count(int last) =>
        Enumerable.Range(1, last).Select(number => Data($$"""{"count":{{number}}}""")).ToAsyncEnumerable();

    private static void Write(JsonWriter writer, ReadOnlySpan<byte> name, System.Text.Json.JsonElement value)
    {
        if (value.ValueKind == System.Text.Json.JsonValueKind.Undefined) return;
        writer.WriteRaw(name);
        writer.WriteRaw(System.Text.Encoding.UTF8.GetBytes(value.GetRawText()));
    }
}
