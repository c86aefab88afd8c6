namespace GovGraph.GraphQL.Language;

/// <summary>What a document may cost before it is refused. A caller's document gets the defaults, our own schema no limit but depth.</summary>
public sealed record ParserLimits
{
    public static ParserLimits Default { get; } = new();

    /// <summary>For text that is no stranger's. Depth stays limited: it protects the stack.</summary>
    public static ParserLimits Trusted { get; } = new() { MaxTokens = int.MaxValue, MaxDirectives = int.MaxValue };

    public int MaxTokens { get; init; } = 20_000;

    /// <summary>How deep selection sets, list and object values and list types may nest, together.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>How many directives one location may carry.</summary>
    public int MaxDirectives { get; init; } = 32;
}
