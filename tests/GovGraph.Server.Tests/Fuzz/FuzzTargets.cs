using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using GovGraph.Server.Access;

namespace GovGraph.Server.Tests.Fuzz;

/// <summary>What is made at the server before inputs are sent, so that some of them come further than to 'there is no such thing'.</summary>
/// <param name="Key">The key that most of them show.</param>
/// <param name="Uploads">The addresses of files that are being handed in, with how many bytes each is to have.</param>
/// <param name="Files">The paths of files that are there.</param>
/// <param name="Ids">Ids of such things by the input field that takes them.</param>
internal sealed record FuzzTargets(
    string Key, ImmutableArray<(string Address, int Size)> Uploads, ImmutableArray<string> Files, ImmutableDictionary<string, ImmutableArray<string>> Ids)
{
    private const int Count = 20;
    private const string Task = "my-hoa-hung-2024-kstthc/1.1";

    // Nobody listens there, and it is this machine.
    private const string Receiver = "http://127.0.0.1:1/";

    public static FuzzTargets None { get; } = new("gg_none", [("/uploads/none", 1000)], ["/files/none"], ImmutableDictionary<string, ImmutableArray<string>>.Empty);

    public static async Task<FuzzTargets> Make(RunningServer server, string key)
    {
        server.Client.DefaultRequestHeaders.Add(ShownKey.ApiKeyHeader, key);
        var uploads = ImmutableArray.CreateBuilder<(string, int)>();
        var (uploadIds, webhookIds) = (new List<string>(), new List<string>());
        for (var number = 0; number < Count; number++)
        {
            var size = number % 2 == 0 ? 100 * (number + 1) : 1_000_000;
            var upload = await Upload(server, size, new string('0', 64));
            uploads.Add((upload.GetProperty("url").GetString()!, size));
            uploadIds.Add(upload.GetProperty("id").GetString()!);
            var made = await server.Send($$"""mutation { createWebhook(input: { url: "{{Receiver}}" }) { webhook { id } } }""");
            webhookIds.Add(made.GetProperty("data").GetProperty("createWebhook").GetProperty("webhook").GetProperty("id").GetString()!);
        }

        var evidence = await HandIn(server);
        return new(
            key,
            uploads.DrainToImmutable(),
            [evidence.GetProperty("url").GetString()!],
            ImmutableDictionary<string, ImmutableArray<string>>.Empty
                .Add("uploadId", [.. uploadIds])
                .Add("webhookId", [.. webhookIds])
                .Add("deliveryId", [.. webhookIds.SelectMany(id => (string[])[$"{id}-6-0", $"{id}-0-0", $"{id}-1-9", $"{id}-9223372036854775807-2147483647"])])
                .Add("evidenceId", [evidence.GetProperty("id").GetString()!]));
    }

    private static async Task<JsonElement> Upload(RunningServer server, int size, string sha256)
    {
        var created = await server.Send($$"""mutation { createUpload(input: { name: "a.pdf", size: {{size}}, sha256: "{{sha256}}" }) { upload { id url } } }""");
        return created.GetProperty("data").GetProperty("createUpload").GetProperty("upload");
    }

    /// <summary>A file that can be fetched.</summary>
    private static async Task<JsonElement> HandIn(RunningServer server)
    {
        byte[] content = [.. "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8];
        var upload = await Upload(server, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
        using var body = new ByteArrayContent(content) { Headers = { ContentRange = new ContentRangeHeaderValue(0, content.Length - 1, content.Length) } };
        using var answer = await server.Client.PutAsync(new Uri(server.Address, upload.GetProperty("url").GetString()), body);
        answer.EnsureSuccessStatusCode();
        var added = await server.Send($$"""mutation { addEvidence(input: { taskId: "{{Task}}", evidence: { file: { uploadId: "{{upload.GetProperty("id").GetString()}}" } } }) { evidence { id url } } }""");
        return added.GetProperty("data").GetProperty("addEvidence").GetProperty("evidence");
    }
}
