using System.Text.Json;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Transport.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GovGraph.GraphQL.Transport.Export;

/// <summary>Answers with rows: asks the query page by page, each within the limits of any request, and sends what comes. Memory holds one page.</summary>
internal sealed class Exporter(OperationRunner runner, Engine engine, int pageSize, ILogger logger)
{
    /// <summary>Gives the fault for which nothing was written.</summary>
    public async ValueTask<RequestFault?> ExportAsync(HttpContext context, RequestParameters parameters, RowFormat format)
    {
        var fault = runner.Find(parameters, out var found);
        if (fault is not null) return fault;
        var parsed = Parser.Parse(found.Document);
        IReadOnlyList<GraphQLError> errors = parsed.IsParsed ? [.. engine.Validate(parsed.Node)] : [parsed.Error];
        if (errors.Count > 0)
        {
            using var refusal = GraphQLResponse.Refuse(ResponseKind.RequestError, errors);
            await JsonFormat.GraphQLResponse.WriteAsync(context.Response, refusal, context.RequestAborted);
            return null;
        }

        fault = ExportQuery.Of(engine.Schema, parsed.Node!, parameters.OperationName, out var query);
        return fault ?? await WriteAsync(context, parameters, query!, format);
    }

    private async ValueTask<RequestFault?> WriteAsync(HttpContext context, RequestParameters parameters, ExportQuery query, RowFormat format)
    {
        var left = query.Pages?.Limit(parameters.Variables) ?? long.MaxValue;
        var after = query.Pages?.Start(parameters.Variables);
        RowWriter? rows = null;
        try
        {
            for (var hasNext = true; hasNext;)
            {
                using var variables = query.Pages?.PageVariables(parameters.Variables, Math.Min(left, pageSize), after);
                var page = parameters with { Variables = variables?.RootElement ?? parameters.Variables };
                var outcome = await runner.RunAsync(context, new FoundDocument(query.Document), page, AllowedOperations.Query, context.RequestAborted);
                if (outcome.Response is not { } response)
                {
                    if (rows is null) return outcome.Fault;
                    BreakOff(context, outcome.Fault!.Error);
                    return null;
                }

                using (response)
                using (var json = JsonDocument.Parse(response.Body))
                {
                    if (response.ErrorCount > 0 || !json.RootElement.TryGetProperty("data", out var data))
                    {
                        if (rows is not null) BreakOff(context, response.Errors[0]);
                        else await JsonFormat.GraphQLResponse.WriteAsync(context.Response, StatusOf(response), response.Body, context.RequestAborted);
                        return null;
                    }

                    rows ??= Open(context.Response, query, format);
                    if (HttpMethods.IsHead(context.Request.Method)) return null;
                    var list = query.Path.Aggregate(data, MemberOf);
                    var nodes = query.Pages is null ? list : MemberOf(list, "nodes");
                    if (nodes.ValueKind == JsonValueKind.Array)
                    {
                        foreach (var node in nodes.EnumerateArray().Where(node => node.ValueKind == JsonValueKind.Object)) rows.Write(node);
                        left -= nodes.GetArrayLength();
                    }

                    var info = query.Pages is null ? default : MemberOf(list, "pageInfo");
                    after = MemberOf(info, "endCursor") is { ValueKind: JsonValueKind.String } cursor ? cursor.GetString() : null;
                    hasNext = left > 0 && after is not null && MemberOf(info, "hasNextPage").ValueKind == JsonValueKind.True;
                }

                await rows.FlushAsync(context.RequestAborted);
            }
        }
        finally
        {
            if (rows is not null) await rows.DisposeAsync();
        }

        return null;
    }

    private static RowWriter Open(HttpResponse http, ExportQuery query, RowFormat format)
    {
        http.ContentType = format.ContentType;
        http.Headers.ContentDisposition = $"attachment; filename=\"{query.Path[^1]}.{format.Extension}\"";
        return format.Open(http.Body, query.Columns);
    }

    /// <summary>What was sent looks whole otherwise: rows have no place for an error.</summary>
    private void BreakOff(HttpContext context, GraphQLError error)
    {
        logger.LogError("Rows were broken off, since a page of them failed: {Error}", error.Message);
        context.Abort();
    }

    // Not 200: who asked for rows looks for a failure in the status.
    private static int StatusOf(GraphQLResponse response) => response.Kind switch
    {
        ResponseKind.Aborted => StatusCodes.Status500InternalServerError,
        ResponseKind.Executed when response.ErrorCount > 0 => StatusCodes.Status422UnprocessableEntity,
        ResponseKind.Executed => StatusCodes.Status200OK,
        _ => StatusCodes.Status400BadRequest,
    };

    private static JsonElement MemberOf(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default;
}
