using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Evidence;
using GovGraph.Server.Access;
using GovGraph.Server.Tests.Access;
using GovGraph.Storage;
using GovGraph.Storage.Access;
using GovGraph.Storage.Contents;
using GovGraph.Storage.Files;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GovGraph.Server.Tests.Files;

/// <summary>Who may send and fetch a file.</summary>
public sealed class FileAccessTests : IAsyncLifetime
{
    private const string TaskId = "thuong-lo-2020-cchc/1.1#1";
    private const string FilePath = "/files/thuong-lo-2020-cchc/1.1%231/evidence/1";

    private static readonly byte[] s_content = "%PDF-1.7 x"u8.ToArray();

    private readonly TemporaryFolder _folder = new();
    private readonly HeldKeys _keys = new();
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FileStore _plans = null!;
    private readonly ManualTime _time = new();
    private FileUploads _uploads = null!;
    private InProcessServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _plans = FileStore.Open(new FileStoreOptions { Path = _folder.Path });
        _uploads = new FileUploads(_plans, new FileLimits(), _time);
        var plan = PlanFile.Read(File.ReadAllBytes(Repository.Seed("thuong-lo-2020-cchc"))).Plan!;
        await _plans.Insert(plan, new ChangeRecord(DateTimeOffset.UnixEpoch));
        _server = await InProcessServer.Start(_plans, _keys, LogLevel.Error, _time);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _plans.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_is_fetched_only_by_who_may_see_its_evidence()
    {
        var (mine, other) = (_keys.Make("an", key => key with { Bodies = ["thuong-lo"] }), _keys.Make("bình", key => key with { Bodies = ["trung-trac"] }));
        var item = await Hand(s_content);

        Assert.Equal(200, await Send(HttpMethod.Get, FilePath, mine));
        Assert.Equal(404, await Send(HttpMethod.Get, FilePath, other));
        Assert.Equal(404, await Send(HttpMethod.Get, $"/files/{item.Sha256}", mine));
        Assert.Equal(401, await Send(HttpMethod.Get, FilePath, null));
        Assert.Equal(401, await Send(HttpMethod.Head, FilePath, "x"));
    }

    [Fact]
    public async Task An_upload_is_for_the_key_that_began_it_and_may_hand_in_evidence()
    {
        var (mine, other) = (_keys.Make("an", MayWrite), _keys.Make("bình", MayWrite));
        var reader = _keys.Make("chi");
        var path = await Begin(Example());

        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head, HttpMethod.Put, HttpMethod.Delete])
        {
            Assert.Equal((404, 403, 401), (await Send(method, path, other), await Send(method, path, reader), await Send(method, path, null)));
        }

        Assert.Equal(200, await Send(HttpMethod.Put, path, mine));
    }

    [Fact]
    public async Task What_becomes_of_an_upload_stands_in_the_audit_trail()
    {
        var (mine, other, reader) = (_keys.Make("an", MayWrite), _keys.Make("bình", MayWrite), _keys.Make("chi"));
        var (upload, dropped) = (await Begin(Example()), await Begin(Example()));

        Assert.Equal(308, await Send(HttpMethod.Put, upload, mine, s_content[..5], "bytes 0-4/10"));
        Assert.Equal(308, await Send(HttpMethod.Put, upload, mine, s_content[..5], "bytes 0-4/10"));
        Assert.Equal(308, await Send(HttpMethod.Put, upload, mine, [], "bytes */10"));
        Assert.Equal(409, await Send(HttpMethod.Put, upload, mine, s_content[7..], "bytes 7-9/10"));
        Assert.Equal(400, await Send(HttpMethod.Put, upload, mine, s_content, "bytes 0-9/11"));
        Assert.Equal(200, await Send(HttpMethod.Put, upload, mine, s_content[5..], "bytes 5-9/10"));
        Assert.Equal(422, await Send(HttpMethod.Put, dropped, mine, [.. s_content[..9], 0]));
        Assert.Equal(204, await Send(HttpMethod.Delete, await Begin(Example()), mine));
        Assert.Equal((404, 404, 403, 401), (await Send(HttpMethod.Put, upload, other), await Send(HttpMethod.Get, upload, other), await Send(HttpMethod.Put, upload, reader), await Send(HttpMethod.Put, upload, null)));

        Assert.Equal(
            [
                "Applied an PUT /uploads", "Refused an PUT /uploads PART_AHEAD", "Refused an PUT /uploads INVALID_CONTENT_RANGE", "Applied an PUT /uploads",
                "Refused an PUT /uploads CONTENT_DIFFERS", "Applied an DELETE /uploads", "Refused bình 404", "Refused chi 403", "Refused 401",
            ],
            _server.Audit.Records.Select(record => string.Join(' ', ((string?[])[$"{record.Outcome}", record.Who, record.Operation, $"{record.Status}", .. record.Codes]).Where(text => !string.IsNullOrEmpty(text)))));
        Assert.Equal($"/uploads/{_server.Audit.Records[0].Ids.Single()}", upload);
        Assert.All(_server.Audit.Records, record => Assert.Equal("127.0.0.1", record.From));
    }

    [Fact]
    public async Task Bytes_of_files_are_paid_out_of_the_budget_of_their_key()
    {
        var key = _keys.Make("an", key => MayWrite(key) with { CostPerMinute = 70 });
        var content = Pdf(50 * 1024);
        var (upload, second) = (await Begin(Of(content)), await Begin(Of(content)));

        Assert.Equal(200, await Send(HttpMethod.Put, upload, key, content));
        using var refused = await Answer(HttpMethod.Put, second, key, content);
        Assert.Equal((429, "43"), ((int)refused.StatusCode, refused.Headers.RetryAfter!.ToString()));
        Assert.Equal(
            """{"errors":[{"message":"The budget of 70 a minute is spent. Try again in 43 s, or ask for less at once.","extensions":{"code":"BUDGET_EXCEEDED","budget":{"perMinute":70,"fieldCost":50,"retryAfter":43}}}]}""",
            await refused.Content.ReadAsStringAsync(Cancellation));

        // What was refused has not arrived, and goes on when there is enough for it and for asking.
        _time.Advance(TimeSpan.FromSeconds(52));
        Assert.Equal(200, await Send(HttpMethod.Put, second, key, content));

        await Hand(content);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, await Send(HttpMethod.Get, FilePath, key));
        Assert.Equal(429, await Send(HttpMethod.Get, FilePath, key));
        Assert.Equal(206, await Send(HttpMethod.Get, FilePath, key, range: "bytes=0-1023"));
        Assert.Equal(429, await Send(HttpMethod.Get, FilePath, key, range: "bytes=0-1023", ifRange: "\"x\""));
    }

    [Fact]
    public async Task A_key_that_takes_the_place_of_another_goes_on_with_its_uploads()
    {
        var (old, next) = (_keys.Make("an", MayWrite), _keys.Make("an", MayWrite));
        var upload = await Begin(Example());

        Assert.Equal((308, 200), (await Send(HttpMethod.Put, upload, old, s_content[..5], "bytes 0-4/10"), await Send(HttpMethod.Put, upload, next, s_content[5..], "bytes 5-9/10")));
    }

    [Fact]
    public async Task A_form_is_paid_before_it_is_read()
    {
        var key = _keys.Make("an", key => MayWrite(key) with { CostPerMinute = 60 });

        Assert.Equal(400, await SendForm(key, 50 * 1024));
        Assert.Equal(429, await SendForm(key, 50 * 1024));
        Assert.Equal(400, await SendForm(key, 1024));
    }

    [Fact]
    public async Task An_upload_ends_with_its_key_and_keeps_what_has_arrived()
    {
        var key = _keys.Make("an", MayWrite);
        var content = Pdf(3 * FileUploads.PieceLength);
        var path = await Begin(Of(content));
        using var line = new TcpClient();
        await line.ConnectAsync(_server.Client.BaseAddress!.Host, _server.Client.BaseAddress.Port, Cancellation);
        var stream = line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"PUT {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Api-Key: {key}\r\nContent-Length: {content.Length}\r\n\r\n"), Cancellation);
        await stream.WriteAsync(content.AsMemory(0, FileUploads.PieceLength + 1), Cancellation);
        while ((await _plans.Contents.Find(path.Split('/')[^1], Cancellation))!.Received < FileUploads.PieceLength) Cancellation.ThrowIfCancellationRequested();

        _keys.Revoke("an");
        _time.Advance(KeyRing.Freshness);

        await Assert.ThrowsAnyAsync<IOException>(async () => await stream.ReadExactlyAsync(new byte[1], Cancellation));
        Assert.Equal(401, await Send(HttpMethod.Put, path, key, content));
        Assert.InRange((await _plans.Contents.Find(path.Split('/')[^1], Cancellation))!.Received, FileUploads.PieceLength, FileUploads.PieceLength + 1);
    }

    private static ApiKey MayWrite(ApiKey key) => key with { Scopes = [Scope.EvidenceWrite] };

    private static NewFile Example() => Of(s_content);

    private static NewFile Of(byte[] content) => new("a.pdf", content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), null);

    private static byte[] Pdf(int length) => [.. "%PDF-1.7 "u8, .. Enumerable.Repeat((byte)'x', length - 9)];

    /// <summary>Begins an upload of the first key.</summary>
    private async Task<string> Begin(NewFile file) => $"/uploads/{(await _uploads.Begin(file, _keys.Keys[0].Name, cancellation: Cancellation)).Upload!.Id}";

    /// <summary>Makes the file evidence.</summary>
    private async Task<EvidenceItem> Hand(byte[] content)
    {
        Assert.Null((await _uploads.Take(Of(content), new MemoryStream(content), "", Cancellation)).Refusal);
        var item = new EvidenceItem
        {
            Kind = EvidenceKind.File, FileName = "a.pdf", Size = content.Length, Sha256 = Of(content).Sha256, MediaType = "application/pdf", AddedAt = DateTimeOffset.UnixEpoch,
        };
        Assert.False((await _plans.ChangeTask(TaskId, null, task => task.AddEvidence(item), new ChangeRecord(DateTimeOffset.UnixEpoch), Cancellation)).IsRefused);
        return item;
    }

    private async Task<int> SendForm(string key, int length)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(new byte[length]) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        request.Headers.Add("X-Api-Key", key);
        request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await _server.Client.SendAsync(request, Cancellation);
        return (int)response.StatusCode;
    }

    private async Task<int> Send(HttpMethod method, string path, string? key, byte[]? content = null, string? part = null, string? range = null, string? ifRange = null)
    {
        using var response = await Answer(method, path, key, content, part, range, ifRange);
        return (int)response.StatusCode;
    }

    private async Task<HttpResponseMessage> Answer(HttpMethod method, string path, string? key, byte[]? content = null, string? part = null, string? range = null, string? ifRange = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (key is not null) request.Headers.Add("X-Api-Key", key);
        if (range is not null) request.Headers.TryAddWithoutValidation("Range", range);
        if (ifRange is not null) request.Headers.TryAddWithoutValidation("If-Range", ifRange);
        if (method == HttpMethod.Put) request.Content = new ByteArrayContent(content ?? s_content);
        if (part is not null) request.Content!.Headers.TryAddWithoutValidation("Content-Range", part);
        return await _server.Client.SendAsync(request, Cancellation);
    }
}
