namespace GovGraph.GraphQL.Execution;

/// <summary>JSON that is kept from one response for the next.</summary>
internal sealed record WrittenValues(EncodedStrings? Strings, WrittenRuns? Runs)
{
    public static WrittenValues None { get; } = new(null, null);

    public static WrittenValues For(ExecutionOptions options) => new(
        options.KeptStrings > 0 ? new EncodedStrings(options.KeptStrings) : null,
        options.KeptBytes > 0 ? new WrittenRuns(options.KeptBytes, options.TimeProvider) : null);
}
