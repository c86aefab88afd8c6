using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>Every operation of the README, as printed, in order, against a server of its own.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task Every_operation_of_the_readme_answers_without_errors()
    {
        using var data = new TemporaryFolder();
        await using var server = await RunningServer.Start(data.Path);
        var operations = Operations().Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")));

        Assert.Equal(15, operations.Count(operation => operation.Groups["query"].Value.StartsWith("query", StringComparison.Ordinal)));
        Assert.Equal(5, operations.Count(operation => operation.Groups["query"].Value.StartsWith("mutation", StringComparison.Ordinal)));
        foreach (var operation in operations.Cast<Match>())
        {
            var variables = operation.Groups["variables"] is { Success: true, Value: var json } ? JsonSerializer.Deserialize<JsonElement>(json) : (JsonElement?)null;
            var response = await server.Send(operation.Groups["query"].Value, variables);
            Assert.False(response.TryGetProperty("errors", out _), $"{operation.Value}\n{response}");
            AssertAnswered(response.GetProperty("data"), operation.Value);
        }
    }

    [Fact]
    public async Task The_task_of_the_readme_is_completed_with_its_evidence()
    {
        using var data = new TemporaryFolder();
        await using var server = await RunningServer.Start(data.Path);
        foreach (var operation in Operations().Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))).Where(operation => operation.Value.Contains("mutation ", StringComparison.Ordinal)))
        {
            await server.Send(operation.Groups["query"].Value, JsonSerializer.Deserialize<JsonElement>(operation.Groups["variables"].Value));
        }

        var response = await server.Send("""{ taskById(id: "my-hoa-hung-2024-kstthc/1.1") { status completedOn deadlineState version evidence { number issuer } } }""");

        Assert.Equal(
            """{"status":"COMPLETED","completedOn":"2024-02-05","deadlineState":"DONE_ON_TIME","version":3,"evidence":[{"number":"15/KH-UBND","issuer":"UBND xã Mỹ Hòa Hưng"}]}""",
            response.GetProperty("data").GetProperty("taskById").GetRawText());
    }

    [Fact]
    public async Task Every_operation_of_the_readme_is_answered_from_MongoDB_as_from_the_embedded_store()
    {
        using var data = new TemporaryFolder();
        await using var mongo = await MongoDouble.Start("--replica-set", "rs0");
        await using var embedded = await RunningServer.Start(data.Path);
        await using var server = await RunningServer.Start("/nowhere", $"--GovGraph:Storage:ConnectionString={mongo.Uri(options: "?replicaSet=rs0")}");

        foreach (Match operation in Operations().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"), TestContext.Current.CancellationToken)))
        {
            var variables = operation.Groups["variables"] is { Success: true, Value: var json } ? JsonSerializer.Deserialize<JsonElement>(json) : (JsonElement?)null;
            var (expected, answer) = (await embedded.Send(operation.Groups["query"].Value, variables), await server.Send(operation.Groups["query"].Value, variables));
            Assert.False(answer.TryGetProperty("errors", out _), $"{operation.Value}\n{answer}");
            Assert.Equal(WithoutMoments(expected), WithoutMoments(answer));
        }
    }

    // Each store has its own when the plans were taken in.
    private static string WithoutMoments(JsonElement answer) => Moments().Replace(answer.GetRawText(), "\"at\":\"\"");

    /// <summary>No field at the root is null, no list of nodes is empty, and no mutation was refused.</summary>
    private static void AssertAnswered(JsonElement data, string operation)
    {
        foreach (var field in data.EnumerateObject())
        {
            Assert.True(field.Value.ValueKind != JsonValueKind.Null, operation);
            if (field.Value.ValueKind != JsonValueKind.Object) continue;
            if (field.Value.TryGetProperty("nodes", out var nodes)) Assert.True(nodes.GetArrayLength() > 0, operation);
            if (field.Value.TryGetProperty("errors", out var errors)) Assert.True(errors.ValueKind == JsonValueKind.Null, $"{operation}\n{errors}");
        }
    }

    [GeneratedRegex("\"at\":\"[^\"]+\"")]
    private static partial Regex Moments();

    [GeneratedRegex(@"```graphql\n(?<query>.*?)```(\n\n```json\n(?<variables>.*?)```)?", RegexOptions.Singleline)]
    private static partial Regex Operations();
}
