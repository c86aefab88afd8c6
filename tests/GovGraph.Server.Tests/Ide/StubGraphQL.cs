using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GovGraph.Server.Tests.Ide;

/// <summary>Answers introspection with the public schema, and every other request with one plan.</summary>
internal sealed class StubGraphQL(string introspection)
{
    public const string Answer = """
        {"data":{"plans":{"totalCount":1,"nodes":[{"id":"thuong-lo-2020-cchc","number":"01/KH-UBND","title":"Cải cách hành chính năm 2020 của xã Thượng Lộ","year":2020,"issuer":{"name":"UBND xã Thượng Lộ"}}],"pageInfo":{"hasNextPage":false,"endCursor":null}}}}
        """;

    /// <summary>What was asked besides introspection: operation name and variables.</summary>
    public List<string> Asked { get; } = [];

    public static async Task<StubGraphQL> CreateAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("node")
        {
            ArgumentList = { Path.Combine(Repository.Root, "tests/GovGraph.Server.Tests/Ide/introspection.mjs"), Path.Combine(Repository.Root, "schema") },
            WorkingDirectory = Path.Combine(Repository.Root, "src/GovGraph.Server/Ide"),
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        var introspection = await node.StandardOutput.ReadToEndAsync(cancellation);
        await node.WaitForExitAsync(cancellation);
        return new StubGraphQL(introspection);
    }

    public async Task AnswerAsync(HttpContext context)
    {
        using var request = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var isIntrospection = request.RootElement.GetProperty("query").GetString()!.Contains("__schema", StringComparison.Ordinal);
        if (!isIntrospection)
        {
            lock (Asked) Asked.Add($"{request.RootElement.GetProperty("operationName")} {(request.RootElement.TryGetProperty("variables", out var variables) ? variables : "-")}");
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(isIntrospection ? introspection : Answer, context.RequestAborted);
    }
}
