using System.Runtime.CompilerServices;
using System.Text.Json;
using Xunit;

namespace GovGraph.Server.Tests.Questions;

/// <summary>Questions about the five plans, each one operation beside this file, with its exact answer: what the documents say, read by hand.</summary>
public abstract class QuestionsTests
{
    private static readonly JsonSerializerOptions s_readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Questions =>
        [.. Directory.EnumerateFiles(Folder(), "*.graphql").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    private protected abstract RunningServer Server { get; }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task It_has_this_answer(string question)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var operation = await File.ReadAllTextAsync(Path.Combine(Folder(), $"{question}.graphql"), cancellation);
        var answer = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(Folder(), $"{question}.json"), cancellation));

        var response = await Server.Send(operation);

        Assert.StartsWith("# ", operation, StringComparison.Ordinal);
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.Equal(Readable(answer), Readable(response.GetProperty("data")));
    }

    private static string Readable(JsonElement json) => JsonSerializer.Serialize(json, s_readable);

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

public sealed class EmbeddedQuestionsTests(ServerFixture fixture) : QuestionsTests
{
    private protected override RunningServer Server => fixture.Server;
}

public sealed class MongoQuestionsTests(MongoFixture fixture) : QuestionsTests, IClassFixture<MongoFixture>
{
    private protected override RunningServer Server => fixture.Server;
}
