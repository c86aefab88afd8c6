using System.Text.Json;
using System.Text.RegularExpressions;

namespace GovGraph.Benchmarks;

/// <summary>An operation to measure: those that the README shows, and one of 2 KB.</summary>
public sealed partial record SampleDocument(string Name, string Query, JsonElement Variables)
{
    public static IEnumerable<SampleDocument> All { get; } =
    [
        .. Operations().Matches(Read("README.md")).Select(match => new SampleDocument(match.Groups["name"].Value, match.Groups["query"].Value, Parse(match.Groups["variables"]))),
        new SampleDocument("TwoKilobytes", Read("two-kilobytes.graphql"), default),
    ];

    public bool IsMutation => Query.StartsWith("mutation", StringComparison.Ordinal);

    public override string ToString() => Name;

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));

    private static JsonElement Parse(Group variables) => variables.Success ? JsonElement.Parse(variables.Value) : default;

    [GeneratedRegex(@"```graphql\n(?<query>(query|mutation) (?<name>\w+).*?)```(\n\n```json\n(?<variables>.*?)```)?", RegexOptions.Singleline)]
    private static partial Regex Operations();
}
