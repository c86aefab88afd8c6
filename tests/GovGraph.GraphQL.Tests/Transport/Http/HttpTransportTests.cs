using System.Text;
using GovGraph.GraphQL.Transport;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Http;

public sealed class HttpTransportTests
{
    private const string Json = "application/json; charset=utf-8";
    private const string GraphQLJson = "application/graphql-response+json; charset=utf-8";

    [Fact]
    public async Task A_post_is_answered_with_the_response_of_the_engine()
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.PostAsync("""{"query":"query A { title }","operationName":"A","variables":{"đơn vị":[1,null]},"extensions":{"x":1}}""");
        Assert.Equal(200, answer.Status);
        Assert.Equal(Json, answer.ContentType);
        Assert.Equal(
            """{"data":{"query":"query A { title }","operationName":"A","variables":{"đơn vị":[1,null]},"extensions":{"x":1}}}""", answer.Body);
        Assert.Equal(Encoding.UTF8.GetByteCount(answer.Body).ToString(), answer.Headers["Content-Length"]);
    }

    [Fact]
    public async Task A_get_takes_its_parameters_from_the_url()
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.GetAsync("?query=%7Btitle%7D&operationName=&variables=%7B%22a%22:%22%C4%91%22%7D&extensions=");
        Assert.Equal(200, answer.Status);
        Assert.Equal(Json, answer.ContentType);
        Assert.Equal("Accept", answer.Headers["Vary"]);
        Assert.Equal("""{"data":{"query":"{title}","variables":{"a":"đ"}}}""", answer.Body);
    }

    [Fact]
    public async Task A_head_is_answered_as_a_get_without_the_body()
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.SendAsync(HttpMethod.Head, "graphql?query=%7Btitle%7D");
        Assert.Equal(200, answer.Status);
        Assert.Equal(Json, answer.ContentType);
        Assert.Equal("""{"data":{"query":"{title}"}}""".Length.ToString(), answer.Headers["Content-Length"]);
        Assert.Empty(answer.Body);
    }

    [Fact]
    public async Task Nulls_are_as_good_as_nothing()
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.PostAsync("""{"query":"{a}","operationName":null,"variables":null,"extensions":null,"id":null,"unknown":[{}]}""");
        Assert.Equal("""{"data":{"query":"{a}"}}""", answer.Body);
    }

    [Theory]
    [InlineData("application/json", 200, Json)]
    [InlineData("application/graphql-response+json", 400, GraphQLJson)]
    public async Task A_document_that_cannot_be_parsed_is_told_in_the_way_of_the_media_type(string accept, int status, string contentType)
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.PostAsync("""{"query":"{"}""", accept);
        Assert.Equal(status, answer.Status);
        Assert.Equal(contentType, answer.ContentType);
        Assert.Equal("""{"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":2}],"extensions":{"code":"HC0014"}}]}""", answer.Body);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_mutation_is_not_executed_by_a_method_that_must_change_nothing(string method)
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.SendAsync(new HttpMethod(method), "graphql?query=mutation%7Ba%7D");
        Assert.Equal(405, answer.Status);
        Assert.Equal("POST", answer.Headers["Allow"]);
        Assert.Equal(
            method == "GET" ? """{"errors":[{"message":"The specified operation kind is not allowed."}]}""" : "", answer.Body);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("QUERY")]
    public async Task Other_methods_are_told_which_ones_are_allowed(string method)
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.SendAsync(new HttpMethod(method), "graphql");
        Assert.Equal(405, answer.Status);
        Assert.Equal("GET, HEAD, POST", answer.Headers["Allow"]);
        Assert.Equal(
            """{"errors":[{"message":"The method is not allowed: use POST, or GET for queries.","extensions":{"code":"HC0009"}}]}""", answer.Body);
    }

    [Theory]
    [InlineData(null, "The body has no Content-Type: send `application/json`.", "Accept-Post", "application/json")]
    [InlineData("text/plain", "The body is `text/plain`: send `application/json`.", "Accept-Post", "application/json")]
    [InlineData("application/x-www-form-urlencoded", "The body is `application/x-www-form-urlencoded`: send `application/json`.", "Accept-Post", "application/json")]
    [InlineData("application/json; charset=utf-16", "The body is in the charset `utf-16`: send UTF-8.", "Accept-Post", "application/json; charset=utf-8")]
    public async Task A_body_of_another_media_type_is_not_taken(string? contentType, string message, string header, string value)
    {
        await using var server = await LocalServer.StartAsync();
        using var content = new ByteArrayContent("""{"query":"{a}"}"""u8.ToArray());
        if (contentType is not null) content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        var answer = await server.SendAsync(HttpMethod.Post, "graphql", content: content);
        Assert.Equal(415, answer.Status);
        Assert.Equal(value, answer.Headers[header]);
        Assert.Equal($$$"""{"errors":[{"message":"{{{message}}}","extensions":{"code":"HC0009"}}]}""", answer.Body);
    }

    [Fact]
    public async Task A_compressed_body_is_not_taken()
    {
        await using var server = await LocalServer.StartAsync();
        using var content = new ByteArrayContent([0x1f, 0x8b]);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        content.Headers.TryAddWithoutValidation("Content-Encoding", "gzip");
        var answer = await server.SendAsync(HttpMethod.Post, "graphql", content: content);
        Assert.Equal(415, answer.Status);
        Assert.Equal("identity", answer.Headers["Accept-Encoding"]);
        Assert.Equal("""{"errors":[{"message":"The body is encoded as `gzip`: send it plain.","extensions":{"code":"HC0009"}}]}""", answer.Body);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    public async Task Json_is_known_however_its_name_is_written(string contentType)
    {
        await using var server = await LocalServer.StartAsync();
        using var content = new ByteArrayContent("""{"query":"{a}"}"""u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Post, "graphql", content: content)).Status);
    }

    [Fact]
    public async Task Nothing_acceptable_is_406_with_what_can_be_given()
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.PostAsync("""{"query":"{a}"}""", "image/png");
        Assert.Equal(406, answer.Status);
        Assert.Equal(Json, answer.ContentType);
        Assert.Equal(
            """{"errors":[{"message":"None of the accepted media types can be given, but application/json, application/graphql-response+json, text/event-stream, application/jsonl, text/csv, application/x-ndjson can.","extensions":{"code":"HC0063"}}]}""",
            answer.Body);
    }

    [Fact]
    public async Task An_accept_header_that_cannot_be_read_is_400()
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.PostAsync("""{"query":"{a}"}""", "unsupported");
        Assert.Equal(400, answer.Status);
        Assert.Equal(
            """{"errors":[{"message":"Unable to parse the accept header value `unsupported`.","extensions":{"code":"HC0064"}}]}""", answer.Body);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task A_request_without_a_document_is_400(string accept)
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.PostAsync("""{"qeury":"{a}"}""", accept);
        Assert.Equal(400, answer.Status);
        Assert.Equal(accept + "; charset=utf-8", answer.ContentType);
        Assert.Equal(
            """{"errors":[{"message":"The request has no `query`: send the text of a GraphQL document in it.","extensions":{"code":"HC0013"}}]}""",
            answer.Body);
    }

    [Fact]
    public async Task A_get_that_asks_nothing_and_comes_from_no_browser_is_400()
    {
        await using var server = await LocalServer.StartAsync();
        Assert.Equal(400, (await server.GetAsync("")).Status);
    }

    [Theory]
    [InlineData("?query=a&query=b", "Invalid GraphQL request: `query` is given 2 times.", "HC0009")]
    [InlineData("?query=a&variables=%5B%5D", "Invalid GraphQL request: `variables` must be an object, but it is an array.", "HC0009")]
    [InlineData("?query=a&variables=%7B", "Invalid JSON in `variables`: line 1, byte 2.", "HC0012")]
    [InlineData("?query=a&extensions=1", "Invalid GraphQL request: `extensions` must be an object, but it is a number.", "HC0009")]
    [InlineData("?query=a&variables=%7B%7D&extensions=%7B%7Dx", "Invalid JSON in `extensions`: line 1, byte 3.", "HC0012")]
    [InlineData("?query=a&variables=%7B%22a%22:%22%5Cud83d%22%7D", "Invalid JSON in `variables`: a string has half of a surrogate pair.", "HC0012")]
    public async Task Broken_parameters_in_a_url_are_400(string query, string message, string code)
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.GetAsync(query);
        Assert.Equal(400, answer.Status);
        Assert.Equal($$$"""{"errors":[{"message":"{{{message}}}","extensions":{"code":"{{{code}}}"}}]}""", answer.Body);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_beyond_the_limit_is_413_whether_its_length_is_told_or_not(bool tellsLength)
    {
        await using var server = await LocalServer.StartAsync(options: new TransportOptions { MaxBodyBytes = 100 });
        var body = $$"""{"query":"{a}","padding":"{{new string('x', 200)}}"}""";
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        if (!tellsLength) content.Headers.ContentLength = null;
        var headers = tellsLength ? Array.Empty<(string, string)>() : [("Transfer-Encoding", "chunked")];
        var answer = await server.SendAsync(HttpMethod.Post, "graphql", content: content, headers: headers);
        Assert.Equal(413, answer.Status);
        Assert.Equal("""{"errors":[{"message":"The body is larger than the 100 bytes allowed.","extensions":{"code":"HC0010"}}]}""", answer.Body);
    }

    [Fact]
    public async Task A_body_of_many_pieces_is_read_whole()
    {
        await using var server = await LocalServer.StartAsync();
        var text = string.Concat(Enumerable.Repeat("Sở Nội vụ chủ trì; ", 100_000));
        var answer = await server.PostAsync($$$"""{"query":"{a}","variables":{"text":"{{{text}}}"}}""");
        Assert.Equal(200, answer.Status);
        Assert.Equal("{\"data\":{\"query\":\"{a}\",\"variables\":{\"text\":\"" + text + "\"}}}", answer.Body);
    }

    [Theory]
    [InlineData("{\"query\":\"{a}\",\"variables\":{\"a\":\"\u00ff\"}}")]
    [InlineData("{\"query\":\"{\u00c4\"}")]
    [InlineData("\u00ff\u00fe{\0}\0")]
    public async Task A_body_that_is_not_utf_8_is_400(string latin1)
    {
        await using var server = await LocalServer.StartAsync();
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(latin1));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        var answer = await server.SendAsync(HttpMethod.Post, "graphql", content: content);
        Assert.Equal(400, answer.Status);
        Assert.Equal(
            """{"errors":[{"message":"Invalid JSON document: the body is not UTF-8.","extensions":{"code":"HC0012"}}]}""", answer.Body);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_of_the_server_is_read_up_to_our_own()
    {
        await using var server = await LocalServer.StartAsync(options: new TransportOptions { MaxBodyBytes = 40_000_000 });
        var answer = await server.PostAsync($$"""{"query":"{a}","padding":"{{new string('x', 31_000_000)}}"}""");
        Assert.Equal("""{"data":{"query":"{a}"}}""", answer.Body);
    }

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\n{\"query\":\"{a}\"}")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nf\r\n{\"query\":\"{a}\"}\r\n")]
    public async Task A_caller_that_hangs_up_within_its_body_executes_nothing(string rest)
    {
        var executed = new List<string>();
        var engine = EchoEngine.Create() with
        {
            Execute = (request, _) =>
            {
                executed.Add(request.Query);
                return new(EchoEngine.Execute(request));
            },
        };
        await using var server = await LocalServer.StartAsync(engine);
        await server.SendRawAndLeaveAsync("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + rest);
        Assert.Equal(200, (await server.PostAsync("""{"query":"{b}"}""")).Status);
        Assert.Equal(["{b}"], executed);
    }

    [Fact]
    public async Task A_chunk_without_a_length_is_400()
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.SendRawAsync(
            "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("""{"errors":[{"message":"Bad chunk size data.","extensions":{"code":"HC0012"}}]}""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_longer_than_its_length_says_is_cut_there()
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.SendRawAsync(
            "POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"query\":\"{a}\"}!!!");
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("""{"data":{"query":"{a}"}}""", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", "")]
    [InlineData("text/html", "?query=%7Ba%7D")]
    public async Task A_browser_gets_the_page(string accept, string query)
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.GetAsync(query, accept);
        Assert.Equal(200, answer.Status);
        Assert.Equal("text/html; charset=utf-8", answer.ContentType);
        Assert.StartsWith("<!doctype html>", answer.Body, StringComparison.Ordinal);
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'", answer.Headers["Content-Security-Policy"]);
    }

    [Fact]
    public async Task The_page_can_be_another()
    {
        await using var server = await LocalServer.StartAsync(options: new TransportOptions
        {
            IdePage = context => Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, "IDE"),
        });
        Assert.Equal("IDE", (await server.GetAsync("", "text/html")).Body);
    }

    [Fact]
    public async Task A_fault_of_the_engine_is_masked()
    {
        await using var server = await LocalServer.StartAsync(EchoEngine.Create() with
        {
            Execute = (_, _) => throw new InvalidOperationException("the password is 1234"),
        });
        var answer = await server.PostAsync("""{"query":"{a}"}""");
        Assert.Equal(500, answer.Status);
        Assert.Matches(
            """^{"errors":\[{"message":"Unexpected Execution Error","extensions":{"code":"UNEXPECTED_EXECUTION_ERROR","errorId":"[0-9a-f]{16}"}}\]}$""",
            answer.Body);
    }

    [Fact]
    public async Task A_caller_that_leaves_cancels_the_execution()
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var server = await LocalServer.StartAsync(EchoEngine.Create() with
        {
            Execute = async (_, cancellation) =>
            {
                await using var registration = cancellation.Register(cancelled.SetResult);
                started.SetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
                throw new InvalidOperationException("The wait ends by cancellation only.");
            },
        });
        using var client = new HttpClient();
        using var leave = new CancellationTokenSource();
        using var content = new StringContent("""{"query":"{a}"}""", Encoding.UTF8, "application/json");
        var answer = client.PostAsync(server.Endpoint, content, leave.Token);
        await started.Task;
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task When_too_many_wait_already_the_next_is_told_to_come_back()
    {
        var finish = new TaskCompletionSource();
        var started = new TaskCompletionSource();
        var engine = EchoEngine.Create() with
        {
            Execute = async (request, _) =>
            {
                started.TrySetResult();
                await finish.Task;
                return EchoEngine.Execute(request);
            },
        };
        await using var server = await LocalServer.StartAsync(engine, new TransportOptions { MaxConcurrentExecutions = 1, MaxWaitingExecutions = 0 });
        var first = server.PostAsync("""{"query":"{a}"}""");
        await started.Task;
        var second = await server.PostAsync("""{"query":"{b}"}""");
        finish.SetResult();
        Assert.Equal(503, second.Status);
        Assert.Equal("1", second.Headers["Retry-After"]);
        Assert.Equal(
            """{"errors":[{"message":"The server executes as much as it can: try again in a moment.","extensions":{"code":"SERVER_BUSY"}}]}""",
            second.Body);
        Assert.Equal("""{"data":{"query":"{a}"}}""", (await first).Body);
    }
}
