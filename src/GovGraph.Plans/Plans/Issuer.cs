using System.Collections.Immutable;

namespace GovGraph.Plans;

/// <summary>The body that issued a plan. Plans of one body share its id.</summary>
public sealed class Issuer
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Place { get; init; }

    /// <summary>Bodies above it that the document names, as printed.</summary>
    public ImmutableArray<string> Superior { get; init; } = [];
}

/// <summary>Who signed a plan.</summary>
public sealed class Signatory
{
    public string? Authority { get; init; }

    public string? Position { get; init; }

    public string? Name { get; init; }
}
