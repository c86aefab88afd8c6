using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GovGraph.GraphQL.Language;
using GovGraph.Server.SamplePlans;

namespace GovGraph.Server.Tests.Fuzz;

/// <summary>The inputs of a seed by their numbers: the same on every machine, each without the others.</summary>
/// <param name="corpus">What they begin with.</param>
/// <param name="seed">Which they are.</param>
/// <param name="targets">What is there to be hit.</param>
internal sealed class FuzzInputs(Corpus corpus, ulong seed, FuzzTargets targets)
{
    // Far apart in the generator's orbit, so that no input repeats a part of another.
    private const ulong Apart = 0xD1342543DE82EF95;

    /// <summary>What only asks: nothing that it leaves behind is wanted.</summary>
    public FuzzInput Asking(int number) => Make(number, isWriting: false);

    /// <summary>What tries to change something too.</summary>
    public FuzzInput Writing(int number) => Make(number, isWriting: true);

    private FuzzInput Make(int number, bool isWriting)
    {
        var draw = new Draw((((ulong)number * 2) + (isWriting ? 1UL : 0)) * Apart ^ (seed * 0x9E3779B97F4A7C15));
        draw.Below(2);
        var (requests, operation) = (new RequestMaker(draw, targets.Key), isWriting && draw.Percent(80) ? OperationType.Mutation : OperationType.Query);
        return draw.Below(100) switch
        {
            < 34 => FuzzInput.Of("POST of an operation", requests.Post(Mangling.Maybe(draw, Body(draw, operation)))),
            < 44 => FuzzInput.Of("GET", requests.Get(QueryString(draw))),
            < 50 => FuzzInput.Of("POST of anything", requests.Post(Anything(draw))),
            < 54 => FuzzInput.Of("POST of a batch", requests.Post(Mangling.Maybe(draw, $"[{string.Join(',', Enumerable.Range(0, draw.Below(5)).Select(_ => Body(draw, operation)))}]"))),
            < 60 => FuzzInput.Of("rows", requests.Post(Encoding.UTF8.GetBytes(Body(draw, OperationType.Query, most: 1)), draw.Of(["text/csv", "application/x-ndjson"]))),
            < 65 => FuzzInput.Of("event stream", requests.Post(
                Encoding.UTF8.GetBytes(Body(draw, draw.Percent(50) ? OperationType.Subscription : operation)), draw.Of(["text/event-stream", "application/jsonl"]))),
            < 70 => FuzzInput.Of("persisted document", requests.Post(Encoding.UTF8.GetBytes(Persisted(draw)))),
            < 76 => new FormMaker(draw).Make(requests, Body(draw, operation)),
            < 84 => new SocketMaker(draw, targets.Key).Make(() => Body(draw, draw.Percent(20) ? OperationType.Subscription : operation)),
            < 87 when isWriting => FuzzInput.Of("part of a file", Part(draw, requests)),
            < 87 => FuzzInput.Of("another address", draw.Percent(60) ? requests.Get(Address(draw)) : requests.Post(Anything(draw), target: Address(draw))),
            < 97 => Broken(draw, requests.Post(Encoding.UTF8.GetBytes(Body(draw, OperationType.Query)))),
            _ => Slow(draw, requests.Post(Mangling.Maybe(draw, Body(draw, OperationType.Query)))),
        };
    }

    /// <summary>Parameters of a request as JSON.</summary>
    private string Body(Draw draw, OperationType operation, int most = 3)
    {
        var (document, variables) = Operation(draw, operation, most);
        var body = new StringBuilder($"{{\"query\":{JsonSerializer.Serialize(document)}");
        if (variables.Length > 0) body.Append(",\"variables\":").Append(draw.Percent(97) ? variables : OddValues.Json(draw));
        if (draw.Percent(8)) body.Append(",\"operationName\":").Append(draw.Percent(60) ? "\"Q\"" : OddValues.Json(draw));
        if (draw.Percent(4)) body.Append(",\"extensions\":").Append(OddValues.Json(draw));
        if (draw.Percent(2)) body.Append($",{JsonSerializer.Serialize(OddValues.Text(draw))}:").Append(OddValues.Json(draw));
        return body.Append('}').ToString();
    }

    private (string Document, string Variables) Operation(Draw draw, OperationType operation, int most = 3)
    {
        var (document, variables) = operation == OperationType.Query && draw.Percent(30)
            ? (draw.Of(corpus.Documents), "")
            : new DocumentMaker(corpus, draw, targets.Ids).Make(operation, most);
        return draw.Percent(15) ? (Mangling.Words(draw, document), variables) : (document, variables);
    }

    private byte[] Anything(Draw draw) => draw.Below(4) switch
    {
        0 => OddValues.Bytes(draw, 3000),
        1 => Encoding.UTF8.GetBytes(OddValues.Json(draw)),
        2 => Mangling.Bytes(draw, Encoding.UTF8.GetBytes(Body(draw, OperationType.Query))),
        _ => Encoding.UTF8.GetBytes($$"""{"query":{{OddValues.Json(draw)}},"variables":{{OddValues.Json(draw)}},"extensions":{{OddValues.Json(draw)}}}"""),
    };

    private string QueryString(Draw draw)
    {
        if (draw.Percent(4)) return "/graphql?sdl";
        var (document, variables) = Operation(draw, OperationType.Query);
        var text = $"/graphql?query={Uri.EscapeDataString(document)}{(variables.Length > 0 ? $"&variables={Uri.EscapeDataString(variables)}" : "")}";
        if (draw.Percent(10)) text += $"&extensions={Uri.EscapeDataString(OddValues.Json(draw))}";
        if (draw.Percent(10)) text += $"&{draw.Of(["query", "id", "operationName", "variables", "x"])}={Uri.EscapeDataString(OddValues.Text(draw))}";
        if (draw.Percent(10)) text = $"{text[..draw.Between(9, text.Length)]}{draw.Of(["%", "%zz", "%00", "%ff%fe", "&&&", "=", "?", "%u1234", "%C3%28", "+"])}";
        return text.Length > 7000 ? text[..7000] : text;
    }

    private string Persisted(Draw draw)
    {
        var document = Operation(draw, OperationType.Query).Document;
        var hash = draw.Percent(70) ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document))) : OddValues.Text(draw);
        var query = draw.Percent(50) ? $"\"query\":{JsonSerializer.Serialize(document)}," : "";
        var version = draw.Percent(90) ? "1" : OddValues.Json(draw);
        return $"{{{query}\"extensions\":{{\"persistedQuery\":{{\"version\":{version},\"sha256Hash\":{JsonSerializer.Serialize(hash)}}}}}}}";
    }

    /// <summary>Some of as many bytes as are wanted.</summary>
    private byte[] Part(Draw draw, RequestMaker requests)
    {
        var (address, size) = draw.Of(targets.Uploads);
        var body = OddValues.Bytes(draw, 3000);
        if (draw.Percent(30) && size < body.Length) body = body[..size];
        return requests.Put(address, size, body);
    }

    private string Address(Draw draw) => draw.Percent(25) ? draw.Of(targets.Files) : draw.Percent(60)
        ? draw.Of(["/", "/health/live", "/health/ready", "/graphql/", "/graphql/x", "/graphql//", "/Graphql", "/graphql/index.html", "/graphql/../health/live", "/uploads", "/uploads/", "/uploads/x", "/files/x", "/evidence/x"])
        : $"/{draw.Of(["graphql", "uploads", "files", "health"])}/{Uri.EscapeDataString(draw.Percent(50) ? OddValues.Text(draw) : draw.Of(corpus.Ids))}";

    /// <summary>A request that breaks the rules of HTTP, or breaks off.</summary>
    private static FuzzInput Broken(Draw draw, byte[] request)
    {
        var head = request.AsSpan().IndexOf("\r\n\r\n"u8);
        var bytes = draw.Below(5) switch
        {
            0 => request[..draw.Below(request.Length)],
            1 => [.. Mangling.Bytes(draw, request[..head]), .. request.AsSpan(head)],
            2 => [.. request.AsSpan(0, head), .. Encoding.ASCII.GetBytes($"\r\n{draw.Of(["Content-Length: 5", "Content-Length: -1", "Content-Length: 99999999999999999999", "Transfer-Encoding: chunked", "Transfer-Encoding: x", "Host: b", ": x", "\0: a", "X"])}"), .. request.AsSpan(head)],
            3 => [.. request, .. OddValues.Bytes(draw, 200)],
            _ => OddValues.Bytes(draw, 500),
        };
        return FuzzInput.Of("broken HTTP", bytes) with { IsFramed = false };
    }

    /// <summary>A request in pieces with waits between; some never end.</summary>
    private static FuzzInput Slow(Draw draw, byte[] request)
    {
        var pieces = ImmutableArray.CreateBuilder<(byte[], TimeSpan)>();
        for (var start = 0; start < request.Length;)
        {
            var length = Math.Min(request.Length - start, draw.Between(1, 1 + (request.Length / 5)));
            pieces.Add((request[start..(start + length)], TimeSpan.FromMilliseconds(draw.Below(40))));
            start += length;
        }

        var breaksOff = draw.Percent(30) && pieces.Count > 1;
        if (breaksOff) pieces.RemoveAt(pieces.Count - 1);
        return new FuzzInput("slow", pieces.ToImmutable()) { IsFramed = !breaksOff };
    }
}
