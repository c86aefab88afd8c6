using System.Buffers;
using System.Text;

// The limit of what this machine, Kestrel and the network stack give: it reads a body and answers with ready-made bytes.
// ANSWERS is a folder: <operation>/<number>.json are the answers of that operation, given in turn.
var answers = Directory.GetDirectories(Environment.GetEnvironmentVariable("ANSWERS")!)
    .Select(folder => new Answers(Encoding.UTF8.GetBytes(Path.GetFileName(folder)), [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)]))
    .ToArray();

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
app.MapPost("/graphql", async context =>
{
    var reader = context.Request.BodyReader;
    var read = await reader.ReadAsync();
    while (!read.IsCompleted)
    {
        reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        read = await reader.ReadAsync();
    }

    var bytes = Answers.Find(answers, read.Buffer).Next();
    reader.AdvanceTo(read.Buffer.End);
    context.Response.ContentType = "application/graphql-response+json; charset=utf-8";
    context.Response.ContentLength = bytes.Length;
    await context.Response.BodyWriter.WriteAsync(bytes);
});
app.Run();

/// <summary>The answers of one operation, by turns.</summary>
internal sealed class Answers(byte[] operation, byte[][] bodies)
{
    private int _given = -1;

    public byte[] Next() => bodies[(uint)Interlocked.Increment(ref _given) % (uint)bodies.Length];

    /// <summary>Every body begins with <c>{"operationName":"</c> and the name.</summary>
    public static Answers Find(Answers[] all, ReadOnlySequence<byte> body)
    {
        Span<byte> start = stackalloc byte[64];
        start = start[..(int)Math.Min(start.Length, body.Length)];
        body.Slice(0, start.Length).CopyTo(start);
        var name = start["{\"operationName\":\"".Length..];
        name = name[..name.IndexOf((byte)'"')];
        foreach (var answers in all)
        {
            if (name.SequenceEqual(answers._operation)) return answers;
        }

        throw new InvalidOperationException($"There are no answers for {Encoding.UTF8.GetString(name)}.");
    }

    private readonly byte[] _operation = operation;
}
