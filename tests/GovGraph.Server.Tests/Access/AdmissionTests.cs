using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GovGraph.Plans.Documents;
using GovGraph.Storage;
using GovGraph.Storage.Access;
using GovGraph.Storage.Files;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GovGraph.Server.Tests.Access;

public sealed class AdmissionTests : IAsyncLifetime
{
    private const string Query = """{"query":"{ plans { totalCount nodes { id } } }"}""";

    private readonly TemporaryFolder _folder = new();
    private readonly HeldKeys _keys = new();
    private FileStore _plans = null!;
    private InProcessServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _plans = FileStore.Open(new FileStoreOptions { Path = _folder.Path });
        foreach (var name in (string[])["thuong-lo-2020-cchc", "trung-trac-2024-papi"])
        {
            await _plans.Insert(PlanFile.Read(File.ReadAllBytes(Repository.Seed(name))).Plan!, new ChangeRecord(DateTimeOffset.UnixEpoch));
        }

        _server = await InProcessServer.Start(_plans, _keys, LogLevel.Trace);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _plans.DisposeAsync();
        _folder.Dispose();
    }

    public static TheoryData<string, string, string, string?, string?> WaysIn => new()
    {
        { "POST", "/graphql", "application/json", "application/json", Query },
        { "POST", "/graphql", "application/graphql-response+json", "application/json", Query },
        { "GET", "/graphql?query=%7Bplans%7BtotalCount%7D%7D", "application/json", null, null },
        { "GET", "/graphql?sdl", "*/*", null, null },
        { "POST", "/graphql", "application/json", "application/json", $"[{Query}, {Query}]" },
        { "POST", "/graphql", "text/csv", "application/json", """{"query":"{ plans { nodes { id } } }"}""" },
        { "POST", "/graphql", "text/event-stream", "application/json", Query },
        { "POST", "/graphql", "application/json", "application/json", "not json" },
        { "POST", "/graphql", "application/json", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{\"query\":\"{__typename}\"}\r\n--x--\r\n" },
        { "PUT", "/graphql", "application/json", "application/json", Query },
    };

    [Theory]
    [MemberData(nameof(WaysIn))]
    public async Task Every_way_in_asks_for_a_key(string method, string path, string accept, string? type, string? body)
    {
        var key = _keys.Make("an");
        using var without = await Send();
        using var with = await Send(("Authorization", $"Bearer {key}"));

        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal("Bearer", without.Headers.WwwAuthenticate.ToString());
        Assert.Equal(
            """{"errors":[{"message":"This needs a key: send it as `Authorization: Bearer …`, or as `X-Api-Key: …`.","extensions":{"code":"AUTH_NOT_AUTHENTICATED"}}]}""",
            await without.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.NotEqual(HttpStatusCode.Unauthorized, with.StatusCode);

        Task<HttpResponseMessage> Send(params (string, string)[] headers) => this.Send(method, path, accept, type, body, headers);
    }

    [Theory]
    [InlineData("/graphql", "text/html")]
    [InlineData("/health/live", "*/*")]
    [InlineData("/health/ready", "*/*")]
    public async Task The_page_and_the_health_of_the_server_need_none(string path, string accept)
    {
        _keys.Make("an");

        using var response = await Send("GET", path, accept, null, null);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_key_is_taken_in_either_header_and_sees_what_it_may()
    {
        var key = _keys.Make("an", key => key with { Bodies = ["thuong-lo"] });
        const string Seen = """{"data":{"plans":{"totalCount":1,"nodes":[{"id":"thuong-lo-2020-cchc"}]}}}""";

        Assert.Equal(Seen, await Ask(("Authorization", $"Bearer {key}")));
        Assert.Equal(Seen, await Ask(("authorization", $"bearer  {key} ")));
        Assert.Equal(Seen, await Ask(("X-Api-Key", key)));
        Assert.Equal(Seen, await Ask(("X-Api-Key", key), ("Authorization", $"Bearer {key}")));
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("application/x-ndjson")]
    [InlineData("application/jsonl")]
    [InlineData("text/event-stream")]
    [InlineData("application/graphql-response+json")]
    public async Task A_key_sees_its_plans_only_in_every_form_of_an_answer(string accept)
    {
        var (some, all) = (_keys.Make("an", key => key with { Bodies = ["thuong-lo"] }), _keys.Make("bình"));

        Assert.Equal((true, false), await Sees(some));
        Assert.Equal((true, true), await Sees(all));

        async Task<(bool Own, bool Other)> Sees(string key)
        {
            using var response = await Send("POST", "/graphql", accept, "application/json", """{"query":"{ plans { nodes { id } } }"}""", ("X-Api-Key", key));
            var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return (answer.Contains("thuong-lo-2020-cchc", StringComparison.Ordinal), answer.Contains("trung-trac-2024-papi", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_is_wrong_with_a_key_is_told()
    {
        var key = _keys.Make("an");
        var expired = _keys.Make("bình", kept => kept with { ExpiresAt = DateTimeOffset.UnixEpoch });
        var revoked = _keys.Make("chi", kept => kept with { RevokedAt = DateTimeOffset.UnixEpoch });

        await AssertRefused("`Authorization` and `X-Api-Key` hold different keys: send one of them.", "invalid_request", ("Authorization", $"Bearer {key}"), ("X-Api-Key", revoked));
        await AssertRefused("Send the key as `Authorization: Bearer …`, or as `X-Api-Key: …`.", "invalid_request", ("Authorization", $"Basic {key}"));
        await AssertRefused("Send the key as `Authorization: Bearer …`, or as `X-Api-Key: …`.", "invalid_request", ("Authorization", key));
        await AssertRefused("There is no such key.", "invalid_token", ("X-Api-Key", KeyText.New().Reveal()));
        await AssertRefused("There is no such key.", "invalid_token", ("X-Api-Key", "x"));
        await AssertRefused("Send the key as `Authorization: Bearer …`, or as `X-Api-Key: …`.", "invalid_request", ("Authorization", "Bearer  "));
        await AssertRefused("The key has expired.", "invalid_token", ("X-Api-Key", expired));
        await AssertRefused("The key was revoked.", "invalid_token", ("X-Api-Key", revoked));
    }

    [Fact]
    public async Task An_address_holds_no_key()
    {
        var key = _keys.Make("an");

        using var response = await Send("GET", $"/graphql?query=%7Bplans%7BtotalCount%7D%7D&X-Api-Key={key}&access_token={key}", "application/json", null, null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task The_first_key_closes_a_server_and_the_last_one_does_not_open_it()
    {
        Assert.Contains("\"totalCount\":2", await Ask(), StringComparison.Ordinal);

        var key = _keys.Make("an");
        Assert.Contains("\"totalCount\":2", await AskUntil(answer => answer.Contains("AUTH_NOT_AUTHENTICATED", StringComparison.Ordinal), ("X-Api-Key", key)), StringComparison.Ordinal);

        _keys.Keys = [];
        await AskUntil(answer => answer.Contains("AUTH_NOT_AUTHENTICATED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_keys_only_this_machine_is_answered_and_only_by_its_own_name()
    {
        var port = _server.Client.BaseAddress!.Port;
        const string Refused =
            """{"errors":[{"message":"This server has no keys, so it answers only whoever asks at its own machine for `localhost` or `127.0.0.1`. Make a key with `keys create`, or set GovGraph__Access__AllowAnyone=true.","extensions":{"code":"AUTH_NOT_AUTHENTICATED"}}]}""";

        Assert.Contains("\"totalCount\":2", await Ask(("Host", $"localhost:{port}")), StringComparison.Ordinal);
        Assert.Equal(Refused, await Ask(("Host", "example.vn")));
        Assert.Equal(Refused, await Ask(("Host", "localhost.example.vn")));
        Assert.Equal(Refused, await Ask(("Host", "127.0.0.1.example.vn")));
    }

    [Fact]
    public async Task Anyone_is_answered_where_somebody_said_so()
    {
        await using var open = await InProcessServer.Start(_plans, _keys, LogLevel.Error, "--GovGraph:Access:AllowAnyone", "true");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(Query, Encoding.UTF8, "application/json") };
        request.Headers.Host = "example.vn";

        using var response = await open.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_let_in_while_the_keys_can_not_be_read()
    {
        _keys.IsBroken = true;

        using var response = await Send("POST", "/graphql", "application/json", "application/json", Query);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(
            """{"errors":[{"message":"The keys can't be read at the moment: try again.","extensions":{"code":"KEYS_NOT_READABLE"}}]}""",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{"Authorization":"Bearer KEY"}""", null)]
    [InlineData("""{"x-api-key":"KEY"}""", null)]
    [InlineData("{}", "KEY")]
    [InlineData(null, "KEY")]
    public async Task A_socket_shows_its_key_in_its_first_message_or_as_it_is_opened(string? payload, string? header)
    {
        var key = _keys.Make("an", key => key with { Bodies = ["thuong-lo"] });
        using var socket = await KeySocket.Open(_server, header?.Replace("KEY", key, StringComparison.Ordinal));

        await socket.Init(payload?.Replace("KEY", key, StringComparison.Ordinal));
        Assert.Equal("""{"type":"connection_ack"}""", await socket.Receive());
        await socket.Send("""{"id":"1","type":"subscribe","payload":{"query":"{ plans { totalCount } }"}}""");
        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"plans":{"totalCount":1}}}}""", await socket.Receive());
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("{}", null)]
    [InlineData("""{"Authorization":"Bearer gg_0"}""", null)]
    [InlineData("""{"Authorization":["Bearer KEY"]}""", null)]
    [InlineData("""{"Authorization":"Bearer KEY","X-Api-Key":"gg_0"}""", null)]
    [InlineData("""{"X-Api-Key":"KEY","x-api-key":"KEY"}""", null)]
    [InlineData("""{"X-Api-Key":"gg_0"}""", "KEY")]
    [InlineData("{}", "gg_0")]
    public async Task A_socket_without_a_right_key_is_closed(string? payload, string? header)
    {
        var key = _keys.Make("an");
        using var socket = await KeySocket.Open(_server, header?.Replace("KEY", key, StringComparison.Ordinal));

        await socket.Init(payload?.Replace("KEY", key, StringComparison.Ordinal));

        Assert.Equal("closed 4403 Forbidden", await socket.Receive());
    }

    [Fact]
    public async Task No_secret_is_logged_whatever_becomes_of_its_key()
    {
        var revoked = _keys.Make("bình", kept => kept with { RevokedAt = DateTimeOffset.UnixEpoch });
        string[] shown = [_keys.Make("an"), revoked, KeyText.New().Reveal()];
        foreach (var key in shown)
        {
            await Ask(("Authorization", $"Bearer {key}"));
            await Ask(("X-Api-Key", key));
            await Ask(("X-Api-Key", key), ("Authorization", $"Bearer {shown[0]}"));
            using var socket = await KeySocket.Open(_server, key);
            await socket.Init($"{{\"Authorization\":\"Bearer {key}\"}}");
            await socket.Receive();
        }

        Assert.NotEmpty(_server.Log);
        foreach (var key in shown)
        {
            var secret = key.Split('_')[2];
            Assert.DoesNotContain(_server.Log, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    private async Task AssertRefused(string message, string error, params (string, string)[] headers)
    {
        using var response = await Send("POST", "/graphql", "application/json", "application/json", Query, headers);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal($"Bearer error=\"{error}\"", response.Headers.WwwAuthenticate.ToString());
        Assert.Equal(
            """{"errors":[{"message":"MESSAGE","extensions":{"code":"AUTH_NOT_AUTHENTICATED"}}]}""".Replace("MESSAGE", message, StringComparison.Ordinal),
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Asks without a key until the answer is as wanted, and gives what is then answered with these headers.</summary>
    private async Task<string> AskUntil(Func<string, bool> isWanted, params (string, string)[] headers)
    {
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!isWanted(await Ask())) over.Token.ThrowIfCancellationRequested();
        return await Ask(headers);
    }

    private async Task<string> Ask(params (string, string)[] headers)
    {
        using var response = await Send("POST", "/graphql", "application/json", "application/json", Query, headers);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private Task<HttpResponseMessage> Send(string method, string path, string accept, string? type, string? body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("GraphQL-Preflight", "1");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type!);
        }

        return _server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }
}
