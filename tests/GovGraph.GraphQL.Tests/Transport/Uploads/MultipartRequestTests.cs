using System.Net.Http.Headers;
using System.Text;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport;
using GovGraph.GraphQL.Transport.Batching;
using GovGraph.GraphQL.Transport.Uploads;
using GovGraph.GraphQL.Types;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Uploads;

/// <summary>Against the real engine, whose resolvers read the files.</summary>
public sealed class MultipartRequestTests
{
    private const string One = """{"query":"mutation($file: Upload!) { read(file: $file) }","variables":{"file":null}}""";

    private static readonly (string, string)[] s_preflight = [("GraphQL-Preflight", "1")];

    [Fact]
    public async Task A_file_arrives_where_the_map_puts_it()
    {
        await using var server = await StartAsync();
        var answer = await PostAsync(server, One, """{"0":["variables.file"]}""", ("0", "Biên bản.txt", "Đã ký"));
        Assert.Equal("""{"data":{"read":"Biên bản.txt text/plain 8: Đã ký"}}""", answer.Body);
    }

    [Fact]
    public async Task Files_may_stand_deep_in_the_variables_and_in_several_places()
    {
        await using var server = await StartAsync();
        var answer = await PostAsync(
            server,
            """{"query":"mutation($input: Files!) { readAll(input: $input) }","variables":{"input":{"note":"<ký> 😀","files":[null,null,null]}}}""",
            """{"b":["variables.input.files.2","variables.input.files.0"],"a":["variables.input.files.1"]}""",
            ("a", "a.txt", "A"),
            ("b", "b.txt", "B"));
        Assert.Equal("""{"data":{"readAll":["<ký> 😀","b.txt text/plain 1: B","a.txt text/plain 1: A","b.txt text/plain 1: B"]}}""", answer.Body);
    }

    [Fact]
    public async Task The_fields_may_come_in_any_order()
    {
        await using var server = await StartAsync();
        using var form = new MultipartFormDataContent { { FileContent("A"), "0", "a.txt" } };
        form.Add(new StringContent("""{"0":["variables.file"]}"""), "map");
        form.Add(new StringContent(One), "operations");
        var answer = await server.SendAsync(HttpMethod.Post, "graphql", content: form, headers: s_preflight);
        Assert.Equal("""{"data":{"read":"a.txt text/plain 1: A"}}""", answer.Body);
    }

    [Fact]
    public async Task A_large_file_is_read_whole()
    {
        await using var server = await StartAsync();
        var text = new string('x', 1_000_000);
        var answer = await PostAsync(server, One, """{"0":["variables.file"]}""", ("0", "x.txt", text));
        Assert.Equal("{\"data\":{\"read\":\"x.txt text/plain 1000000: " + text + "\"}}", answer.Body);
    }

    [Theory]
    [InlineData("..\\..\\windows\\x.txt")]
    [InlineData("../../etc/x.txt")]
    [InlineData("/x.txt")]
    public async Task A_name_has_no_folders(string name)
    {
        await using var server = await StartAsync();
        var answer = await PostAsync(server, One, """{"0":["variables.file"]}""", ("0", name, "X"));
        Assert.Equal("""{"data":{"read":"x.txt text/plain 1: X"}}""", answer.Body);
    }

    [Fact]
    public async Task A_batch_may_carry_files()
    {
        var batching = new BatchingOptions { AllowRequests = true };
        await using var server = await StartAsync(new TransportOptions { Batching = batching });
        var answer = await PostAsync(server, $"[{One},{One}]", """{"0":["1.variables.file","0.variables.file"]}""", ("0", "x.txt", "X"));
        Assert.Equal("""[{"data":{"read":"x.txt text/plain 1: X"}},{"data":{"read":"x.txt text/plain 1: X"}}]""", answer.Body);
    }

    [Fact]
    public async Task A_form_without_the_preflight_header_is_refused()
    {
        await using var server = await StartAsync();
        using var form = Form(One, """{"0":["variables.file"]}""", [("0", "x.txt", "X")]);
        await AssertRefusedAsync(
            400, "HC0077", "A multipart request must have the header `GraphQL-Preflight: 1`.", server.SendAsync(HttpMethod.Post, "graphql", content: form));
    }

    [Fact]
    public async Task A_schema_without_uploads_takes_no_form()
    {
        await using var server = await LocalServer.StartAsync(CountingSchema.Engine());
        using var form = Form(One, "{}", []);
        var answer = await server.SendAsync(HttpMethod.Post, "graphql", content: form, headers: s_preflight);
        Assert.Equal(415, answer.Status);
        Assert.Equal("application/json", answer.Headers["Accept-Post"]);
    }

    [Theory]
    [InlineData("", "{}", "HC0034", "No 'operations' specified.")]
    [InlineData(One, "", "HC0044", "No 'map' specified.")]
    [InlineData(One, "[]", "HC0043", "`map` must be a JSON object that gives each file a list of paths: {\\\"0\\\":[\\\"variables.file\\\"]}.")]
    [InlineData(One, "{", "HC0043", "`map` must be a JSON object that gives each file a list of paths: {\\\"0\\\":[\\\"variables.file\\\"]}.")]
    [InlineData(One, """{"0":["variables.file"],"0":["variables.file"]}""", "HC0043", "`map` must be a JSON object that gives each file a list of paths: {\\\"0\\\":[\\\"variables.file\\\"]}.")]
    [InlineData(One, """{"0":[]}""", "HC0037", "No object paths specified for key '0' in 'map'.")]
    [InlineData(One, """{"0":"variables.file"}""", "HC0037", "No object paths specified for key '0' in 'map'.")]
    [InlineData(One, """{"1":["variables.file"]}""", "HC0038", "File of key '1' is missing.")]
    [InlineData(One, """{"0":["variables.other"]}""", "HC0039", "The path 'variables.other' in 'map' leads nowhere in 'operations'.")]
    [InlineData(One, """{"0":["variables.file.0"]}""", "HC0039", "The path 'variables.file.0' in 'map' leads nowhere in 'operations'.")]
    [InlineData(One, """{"0":["variables..file"]}""", "HC0039", "The path 'variables..file' in 'map' leads nowhere in 'operations'.")]
    [InlineData(One, """{"0":["variables.file","variables.file"]}""", "HC0040", "The path 'variables.file' in 'map' must lead to null, but something stands there.")]
    [InlineData(One, """{"0":["variables"]}""", "HC0040", "The path 'variables' in 'map' must lead to null, but something stands there.")]
    [InlineData(One, """{"0":[1]}""", "HC0041", "A path of key '0' in 'map' is not a string.")]
    [InlineData(One, """{"0":["query"]}""", "HC0042", "The path 'query' in 'map' must start with `variables`.")]
    [InlineData(One, """{"0":[""]}""", "HC0042", "The path '' in 'map' must start with `variables`.")]
    [InlineData("{", "{}", "HC0012", "Invalid JSON document: `operations` cannot be read.")]
    [InlineData("1", "{}", "HC0009", "Invalid GraphQL request: the body must be an object, but it is a number.")]
    [InlineData("""{"query":"\ud83d"}""", "{}", "HC0012", "Invalid JSON document: a string has half of a surrogate pair.")]
    public async Task What_does_not_fit_together_is_refused(string operations, string map, string code, string message)
    {
        await using var server = await StartAsync();
        await AssertRefusedAsync(400, code, message, PostAsync(server, operations, map, ("0", "x.txt", "X")));
    }

    [Fact]
    public async Task Files_are_limited_in_number_and_size()
    {
        var uploads = new UploadOptions { MaxFiles = 2, MaxFileBytes = 10, MaxBodyBytes = 2000 };
        await using var server = await StartAsync(new TransportOptions { Uploads = uploads });
        (string, string, string) File(string key, int size) => (key, "x.txt", new string('x', size));
        await AssertRefusedAsync(400, "HC0033", "A request may have 2 files.", PostAsync(server, One, "{}", File("0", 1), File("1", 1), File("2", 1)));
        await AssertRefusedAsync(
            413, "HC0010", "The file '1' is larger than the 10 bytes allowed.", PostAsync(server, One, "{}", File("0", 10), File("1", 11)));
        await AssertRefusedAsync(
            413, "HC0010", "Request body too large. The max request body size is 2000 bytes.", PostAsync(server, One, "{}", File("0", 3000)));
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_refused()
    {
        await using var server = await StartAsync();
        using var content = new StringContent("--x\r\nnothing");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        var answer = await server.SendAsync(HttpMethod.Post, "graphql", content: content, headers: s_preflight);
        Assert.Equal(400, answer.Status);
        Assert.StartsWith("{\"errors\":[{\"message\":\"The multipart form could not be read: ", answer.Body, StringComparison.Ordinal);
        Assert.EndsWith("\",\"extensions\":{\"code\":\"HC0033\"}}]}", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"x.txt\"")]
    [InlineData("{}")]
    public async Task A_file_cannot_be_given_as_json(string file)
    {
        await using var server = await StartAsync();
        var answer = await server.PostAsync(One.Replace("null", file, StringComparison.Ordinal));
        Assert.Contains("Upload must be a file of a multipart/form-data request.", answer.Body, StringComparison.Ordinal);
    }

    private static Task<LocalServer> StartAsync(TransportOptions? options = null)
    {
        const string sdl =
            """
            scalar Upload
            type Query { a: Int }
            type Mutation { read(file: Upload!): String!, readAll(input: Files!): [String!]! }
            input Files { note: String, files: [Upload!]! }
            """;
        var bindings = new SchemaBindings()
            .Scalar("Upload", Upload.Coercion)
            .Root("Query", query => query.Field("a", _ => 1))
            .Root("Mutation", mutation => mutation
                .FieldAsync("read", (_, context) => ReadAsync(context.Argument<Upload>("file").File(context)))
                .FieldAsync("readAll", async (_, context) =>
                {
                    var input = context.Argument<IReadOnlyDictionary<string, object?>>("input");
                    var read = new List<string> { (string)input["note"]! };
                    foreach (var upload in ((IReadOnlyList<object?>)input["files"]!).Cast<Upload>()) read.Add(await ReadAsync(upload.File(context)));
                    return read;
                }));
        var schema = BoundSchema.Create(SchemaBuilder.Build(sdl).Schema!, bindings);
        return LocalServer.StartAsync(Engine.Of(new RequestExecutor(schema, new ExecutionOptions())), options);
    }

    private static async ValueTask<string> ReadAsync(UploadedFile file)
    {
        using var reader = new StreamReader(file.OpenRead());
        return $"{file.Name} {file.ContentType} {file.Length}: {await reader.ReadToEndAsync()}";
    }

    private static async Task<Answer> PostAsync(LocalServer server, string operations, string map, params (string Key, string Name, string Text)[] files)
    {
        using var form = Form(operations, map, files);
        return await server.SendAsync(HttpMethod.Post, "graphql", content: form, headers: s_preflight);
    }

    private static MultipartFormDataContent Form(string operations, string map, (string Key, string Name, string Text)[] files)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(operations), "operations" },
            { new StringContent(map), "map" },
        };
        foreach (var (key, name, text) in files) form.Add(FileContent(text), key, name);
        return form;
    }

    private static ByteArrayContent FileContent(string text)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        return content;
    }

    private static async Task AssertRefusedAsync(int status, string code, string message, Task<Answer> asked)
    {
        var answer = await asked;
        Assert.Equal($$$"""{"errors":[{"message":"{{{message}}}","extensions":{"code":"{{{code}}}"}}]}""", answer.Body);
        Assert.Equal(status, answer.Status);
    }
}
