using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xunit;

namespace GovGraph.Server.Tests.Files;

/// <summary>Files of evidence, over HTTP.</summary>
public abstract class FileAnswersTests
{
    private const string Task = "my-hoa-hung-2024-kstthc/1.1";
    private const string FileFields = "evidence { kind fileName size sha256 mediaType url title } errors { ... on Error { code message } }";

    private static int s_files;

    private protected abstract RunningServer Server { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_comes_in_parts_becomes_evidence_and_is_fetched_as_it_was()
    {
        var content = Pdf(1_500_000);
        var upload = await Create("Báo cáo quý I.pdf", content);

        using var first = await Put(upload, content, 0, 600_000);
        Assert.Equal((308, "bytes=0-599999", "600000"), ((int)first.StatusCode, Header(first, "Range"), Header(first, "Upload-Offset")));
        using var question = await Send(HttpMethod.Put, upload, [], $"bytes */{content.Length}");
        Assert.Equal((308, "600000", "?0"), ((int)question.StatusCode, Header(question, "Upload-Offset"), Header(question, "Upload-Complete")));
        using var head = await Send(HttpMethod.Head, upload);
        Assert.Equal((200, "600000", "1500000", "no-store"), ((int)head.StatusCode, Header(head, "Upload-Offset"), Header(head, "Upload-Length"), Header(head, "Cache-Control")));
        using var again = await Put(upload, content, 500_000, 700_000);
        Assert.Equal((308, "700000"), ((int)again.StatusCode, Header(again, "Upload-Offset")));
        Assert.Equal("""{"errors":[{"code":"UPLOAD_INCOMPLETE","message":"700000 of 1500000 bytes have arrived: send the others first."}]}""",
            await AddEvidence($$"""uploadId: "{{Id(upload)}}" """, "errors { ... on Error { code message } }"));
        using var last = await Put(upload, content, 700_000, content.Length);
        Assert.Equal((200, "?1"), ((int)last.StatusCode, Header(last, "Upload-Complete")));
        using var lastAgain = await Put(upload, content, 700_000, content.Length);
        Assert.Equal(200, (int)lastAgain.StatusCode);

        var added = JsonDocument.Parse(await AddEvidence($$"""uploadId: "{{Id(upload)}}", title: "Báo cáo" """, FileFields)).RootElement.GetProperty("evidence");
        var url = added.GetProperty("url").GetString()!;
        Assert.Matches("^/files/my-hoa-hung-2024-kstthc/1.1/evidence/[0-9]+$", url);
        Assert.Equal(
            $$"""{"kind":"FILE","fileName":"Báo cáo quý I.pdf","size":1500000,"sha256":"{{Hash(content)}}","mediaType":"application/pdf","url":"{{url}}","title":"Báo cáo"}""",
            added.GetRawText());

        using var fetched = await Server.Client.GetAsync(new Uri(url, UriKind.Relative), Cancellation);
        Assert.Equal(content, await fetched.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal("application/pdf", fetched.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", fetched.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Báo cáo quý I.pdf", fetched.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Header(fetched, "X-Content-Type-Options"));
        Assert.Equal("sandbox; default-src 'none'", Header(fetched, "Content-Security-Policy"));
        Assert.Equal("no-cache, private", Header(fetched, "Cache-Control"));
        Assert.Equal($"\"{Hash(content)}\"", Header(fetched, "ETag"));
    }

    [Theory]
    [InlineData("bytes=0-99", 206, 0, 100)]
    [InlineData("bytes=261000-261999", 206, 261_000, 1000)]
    [InlineData("bytes=-5", 206, 299_995, 5)]
    [InlineData("bytes=299999-", 206, 299_999, 1)]
    [InlineData("bytes=300000-", 416, 0, 0)]
    [InlineData("bytes=0-0,5-5,9-9", 200, 0, 300_000)]
    [InlineData("bytes=5-1", 200, 0, 300_000)]
    public async Task A_part_of_a_file_is_fetched(string range, int status, int offset, int length)
    {
        var content = Pdf(300_000);
        var url = await Uploaded("a.pdf", content);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Range", range);

        using var response = await Server.Client.SendAsync(request, Cancellation);

        Assert.Equal(status, (int)response.StatusCode);
        if (status != 416) Assert.Equal(content.Skip(offset).Take(length), await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task A_file_that_the_caller_has_is_not_sent_again()
    {
        var content = Pdf(1000);
        var url = await Uploaded("a.pdf", content);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{Hash(content)}\""));

        using var response = await Server.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
    }

    [Fact]
    public async Task A_name_can_not_break_out_of_its_header()
    {
        var url = await Uploaded("..\\x\"; filename=evil.html\r\nX: y.pdf", Pdf(100));

        using var response = await Server.Client.GetAsync(url, Cancellation);

        Assert.Equal("x_; filename=evil.htmlX_ y.pdf", response.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.False(response.Headers.Contains("X"));
    }

    [Fact]
    public async Task A_cut_body_keeps_what_has_arrived()
    {
        const int Durable = 1024 * 1024;
        var content = Pdf(2 * Durable);
        var upload = await Create("a.pdf", content);
        using (var line = new TcpClient())
        {
            await line.ConnectAsync(Server.Address.Host, Server.Address.Port, Cancellation);
            var stream = line.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"PUT {upload} HTTP/1.1\r\nHost: {Server.Address.Authority}\r\nContent-Length: {content.Length}\r\n\r\n"), Cancellation);
            await stream.WriteAsync(content.AsMemory(0, Durable + 10), Cancellation);
            while (await Offset(upload) < Durable) Cancellation.ThrowIfCancellationRequested();
        }

        var offset = await Offset(upload);
        Assert.InRange(offset, Durable, Durable + 10);
        using var rest = await Put(upload, content, offset, content.Length);
        Assert.Equal(200, (int)rest.StatusCode);
    }

    [Fact]
    public async Task Parts_that_do_not_belong_are_told_where_to_go_on()
    {
        var content = Pdf(1000);
        var upload = await Create("a.pdf", content);
        using var first = await Put(upload, content, 0, 500);

        await Refused(await Put(upload, content, 600, 700), 409, "PART_AHEAD", "500 bytes have arrived, and this part begins at 600. Go on at 500.");
        using var other = await Send(HttpMethod.Put, upload, new byte[10], "bytes 0-9/1000");
        Assert.Equal("500", Header(other, "Upload-Offset"));
        await Refused(other, 409, "PART_DIFFERS", "Other bytes have arrived before in the place of this part. Go on at 500, or begin another upload.");
        await Refused(
            await Send(HttpMethod.Put, upload, new byte[10], "bytes 500-509/2000"), 400, "INVALID_CONTENT_RANGE",
            "Content-Range must be `bytes first-last/1000` with as many bytes as the body has, or `bytes */1000` to ask how much has arrived.");
        await Refused(await Send(HttpMethod.Put, upload, new byte[1001]), 400, "PART_TOO_LONG", "The file has 1000 bytes; this part of 1001 begins at 0.");
        using var head = await Send(HttpMethod.Head, upload);
        Assert.Equal("500", Header(head, "Upload-Offset"));
    }

    [Fact]
    public async Task One_part_that_is_sent_twice_at_once_is_there_once()
    {
        var content = Pdf(900_000);
        var upload = await Create("a.pdf", content);

        var responses = await System.Threading.Tasks.Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Put(upload, content, 0, content.Length)));

        Assert.All(responses, response => Assert.Equal(200, (int)response.StatusCode));
        Array.ForEach(responses, response => response.Dispose());
        Assert.Contains(Hash(content), await AddEvidence($$"""uploadId: "{{Id(upload)}}" """, FileFields), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_content_than_was_said_is_thrown_away()
    {
        var (content, other) = (Pdf(1000), Pdf(1000));
        var upload = await Create("a.pdf", content);

        await Refused(
            await Put(upload, other, 0, 1000), 422, "CONTENT_DIFFERS",
            $"The 1000 bytes that arrived have the SHA-256 {Hash(other)}, not {Hash(content)}; they were thrown away. Check the file, and begin another upload.");
        using var gone = await Send(HttpMethod.Get, upload);
        await Refused(gone, 404, "UPLOAD_NOT_FOUND", $"There is no upload {Id(upload)}, or it has expired, or another key has begun it. Begin one with createUpload.");
    }

    [Theory]
    [InlineData("a.pdf", "<html><script>alert(1)</script></html>", "The file 'a.pdf' is not taken: it is markup or a script. What is taken: ")]
    [InlineData("a.txt", "<svg xmlns='http://www.w3.org/2000/svg'/>", "The file 'a.txt' is not taken: it is markup or a script. What is taken: ")]
    [InlineData("a.png", "%PDF-1.7 x", "The file 'a.png' is not what its name says: its content is PDF, so its name must end with .pdf.")]
    public async Task What_is_not_what_it_says_is_not_taken(string name, string text, string message)
    {
        var content = Encoding.UTF8.GetBytes(text);
        var upload = await Create(name, content);

        using var response = await Put(upload, content, 0, content.Length);

        Assert.Equal(422, (int)response.StatusCode);
        var error = (await Read(response)).GetProperty("errors")[0];
        Assert.Equal("FILE_NOT_ALLOWED", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.StartsWith(message, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_not_become_a_file_is_told_at_once_and_all_of_it()
    {
        var answer = await Server.Send("""
            mutation { createUpload(input: { name: "../x.exe", size: 52428801, sha256: "0", mediaType: "text/html" }) { upload { id } errors { ... on ValidationError { message path } } } }
            """);

        Assert.Equal(
            """{"data":{"createUpload":{"upload":null,"errors":[{"message":"The name of a file ends with its kind. What is taken: .pdf, .docx, .xlsx, .pptx, .doc, .xls, .odt, .ods, .png, .jpg, .tif, .txt, .csv, .p7m, .asice.","path":["name"]},{"message":"A file has 1 to 52428800 bytes; this one has 52428801.","path":["size"]},{"message":"A SHA-256 has 64 hexadecimal digits, as sha256sum prints it.","path":["sha256"]}]}}}""",
            answer.GetRawText());
    }

    [Fact]
    public async Task An_upload_that_is_only_tried_is_not_begun()
    {
        var answer = await Server.Send($$"""
            mutation { createUpload(input: { name: "a.pdf", size: 1, sha256: "{{Hash([1])}}", validateOnly: true }) { upload { name received url } errors { __typename } } }
            """);
        var upload = answer.GetProperty("data").GetProperty("createUpload").GetProperty("upload");

        Assert.Equal(("a.pdf", 0), (upload.GetProperty("name").GetString(), upload.GetProperty("received").GetInt32()));
        using var response = await Send(HttpMethod.Head, upload.GetProperty("url").GetString()!);
        Assert.Equal(404, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_file_comes_with_the_operation_itself()
    {
        var content = Pdf(5000);

        var tried = await Multipart("a.pdf", content, "validateOnly: true");
        Assert.Equal("application/pdf", tried.GetProperty("evidence").GetProperty("mediaType").GetString());
        var added = await Multipart("Biên bản.pdf", content);
        var evidence = added.GetProperty("evidence");
        Assert.Equal(("Biên bản.pdf", Hash(content)), (evidence.GetProperty("fileName").GetString(), evidence.GetProperty("sha256").GetString()));
        Assert.Equal(content, await Server.Client.GetByteArrayAsync(new Uri(evidence.GetProperty("url").GetString()!, UriKind.Relative), Cancellation));

        Assert.Equal("DUPLICATE_EVIDENCE", Code(await Multipart("b.pdf", content)));
        Assert.Equal("FILE_NOT_ALLOWED", Code(await Multipart("b.pdf", "<html>"u8.ToArray())));
        Assert.Equal("VALIDATION_FAILED", Code(await Multipart("b.html", "<html>"u8.ToArray())));
        Assert.Equal("VALIDATION_FAILED", Code(await Multipart("b.pdf", [])));
    }

    [Fact]
    public async Task A_file_that_comes_with_a_bulk_proves_several_tasks()
    {
        const string query =
            """
            mutation ($file: Upload!) {
              updateTasks(input: { items: [
                { taskId: "my-hoa-hung-2024-kstthc/2.1", status: COMPLETED, evidence: { file: { content: $file } } },
                { taskId: "my-hoa-hung-2024-kstthc/2.2", status: COMPLETED, evidence: { file: { content: $file, title: "Báo cáo" } } }
              ] }) { applied results { task { status evidence { fileName title } } errors { ... on Error { code message } } } }
            }
            """;

        Assert.Equal(
            """{"applied":2,"results":[{"task":{"status":"COMPLETED","evidence":[{"fileName":"a.pdf","title":null}]},"errors":null},{"task":{"status":"COMPLETED","evidence":[{"fileName":"a.pdf","title":"Báo cáo"}]},"errors":null}]}""",
            (await SendWith("a.pdf", Pdf(700), query)).GetProperty("updateTasks").GetRawText());
    }

    [Fact]
    public async Task A_retry_of_a_file_with_a_key_is_answered_as_the_first_time()
    {
        var (content, key) = (Pdf(3000), $"idempotencyKey: \"{Guid.NewGuid()}\"");

        var first = await Multipart("a.pdf", content, key);
        var again = await Multipart("a.pdf", content, key);
        var other = await Multipart("a.pdf", Pdf(3000), key);

        Assert.Equal(("FILE", first.GetRawText()), (first.GetProperty("evidence").GetProperty("kind").GetString(), again.GetRawText()));
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", Code(other));
    }

    [Fact]
    public async Task A_file_is_named_or_sent_and_not_both_and_not_neither() => Assert.Equal(
        """{"errors":[{"code":"VALIDATION_FAILED","message":"Name an upload by `uploadId`, or send the file as `content`: exactly one of them."}]}""",
        await AddEvidence("title: \"x\"", "errors { ... on Error { code message } }"));

    [Theory]
    [InlineData("/uploads/0123456789abcdef0123456789abcdef", "UPLOAD_NOT_FOUND")]
    [InlineData("/uploads/..%2F..%2Fetc%2Fpasswd", "UPLOAD_NOT_FOUND")]
    [InlineData("/files/my-hoa-hung-2024-kstthc/1.1", "FILE_NOT_FOUND")]
    [InlineData("/files/my-hoa-hung-2024-kstthc", "FILE_NOT_FOUND")]
    [InlineData("/files/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "FILE_NOT_FOUND")]
    [InlineData("/files/..%2F..%2Fetc%2Fpasswd", "FILE_NOT_FOUND")]
    [InlineData("/files/", "FILE_NOT_FOUND")]
    public async Task What_is_not_there_is_not_found(string path, string code)
    {
        using var response = await Server.Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal(404, (int)response.StatusCode);
        Assert.Equal(code, (await Read(response)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_upload_is_given_up()
    {
        var upload = await Create("a.pdf", Pdf(100));

        using var deleted = await Send(HttpMethod.Delete, upload);
        using var head = await Send(HttpMethod.Head, upload);

        Assert.Equal((204, 404), ((int)deleted.StatusCode, (int)head.StatusCode));
    }

    private async Task<int> Offset(string upload)
    {
        using var head = await Send(HttpMethod.Head, upload);
        return int.Parse(Header(head, "Upload-Offset")!, CultureInfo.InvariantCulture);
    }

    private async Task<string> Create(string name, byte[] content)
    {
        var answer = await Server.Send(
            "mutation ($input: CreateUploadInput!) { createUpload(input: $input) { upload { url } errors { ... on Error { message } } } }",
            new { input = new { name, size = content.Length, sha256 = Hash(content) } });
        return answer.GetProperty("data").GetProperty("createUpload").GetProperty("upload").GetProperty("url").GetString()!;
    }

    private async Task<Uri> Uploaded(string name, byte[] content)
    {
        var upload = await Create(name, content);
        using var response = await Send(HttpMethod.Put, upload, content);
        Assert.Equal(200, (int)response.StatusCode);
        using var added = JsonDocument.Parse(await AddEvidence($$"""uploadId: "{{Id(upload)}}" """, "evidence { url }"));
        return new Uri(added.RootElement.GetProperty("evidence").GetProperty("url").GetString()!, UriKind.Relative);
    }

    private async Task<string> AddEvidence(string file, string fields)
    {
        var answer = await Server.Send($$"""mutation { addEvidence(input: { taskId: "{{Task}}", evidence: { file: { {{file}} } } }) { {{fields}} } }""");
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data").GetProperty("addEvidence").GetRawText();
    }

    private async Task<JsonElement> Multipart(string name, byte[] content, string more = "") => (await SendWith(
        name, content, $$"""mutation ($file: Upload!) { addEvidence(input: { taskId: "{{Task}}", evidence: { file: { content: $file } } {{more}} }) { {{FileFields}} } }""")).GetProperty("addEvidence");

    private async Task<JsonElement> SendWith(string name, byte[] content, string query)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(JsonSerializer.Serialize(new { query, variables = new { file = (string?)null } })), "operations" },
            { new StringContent("""{ "0": ["variables.file"] }"""), "map" },
            { new ByteArrayContent(content), "0", name },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, Server.Address) { Content = form };
        request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await Server.Client.SendAsync(request, Cancellation);
        var answer = await Read(response);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    private Task<HttpResponseMessage> Put(string upload, byte[] content, int from, int to) =>
        Send(HttpMethod.Put, upload, content[from..to], $"bytes {from}-{to - 1}/{content.Length}");

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, byte[]? body = null, string? contentRange = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            if (contentRange is not null) request.Content.Headers.TryAddWithoutValidation("Content-Range", contentRange);
        }

        return await Server.Client.SendAsync(request, Cancellation);
    }

    private static async Task Refused(HttpResponseMessage response, int status, string code, string message)
    {
        using (response)
        {
            Assert.Equal(
                (status, $$$"""{"errors":[{"message":"{{{message}}}","extensions":{"code":"{{{code}}}"}}]}"""),
                ((int)response.StatusCode, System.Text.RegularExpressions.Regex.Unescape(await response.Content.ReadAsStringAsync(Cancellation))));
        }
    }

    private static async Task<JsonElement> Read(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;

    private static string? Code(JsonElement payload) => payload.GetProperty("errors")[0].GetProperty("code").GetString();

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    private static string Id(string upload) => upload.Split('/')[^1];

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    // Each is another one: the same content is not taken twice for one task.
    private static byte[] Pdf(int length)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"%PDF-1.7\n% {Interlocked.Increment(ref s_files)}\n"));
        for (var line = 0; text.Length < length; line++) text.Append(CultureInfo.InvariantCulture, $"{line}\n");
        return Encoding.ASCII.GetBytes(text.ToString(0, length));
    }
}

public sealed class EmbeddedFileAnswersTests(OwnServerFixture fixture) : FileAnswersTests, IClassFixture<OwnServerFixture>
{
    private protected override RunningServer Server => fixture.Server;
}

public sealed class MongoFileAnswersTests(MongoFixture fixture) : FileAnswersTests, IClassFixture<MongoFixture>
{
    private protected override RunningServer Server => fixture.Server;
}
