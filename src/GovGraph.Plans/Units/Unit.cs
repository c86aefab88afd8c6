using System.Collections.Immutable;

namespace GovGraph.Plans.Units;

/// <summary>An office, post or group of people that a plan gives work to. It belongs to one issuing body.</summary>
public sealed class Unit : INode
{
    /// <summary><c>&lt;issuer id&gt;/&lt;slug of the name&gt;</c>: the same in all plans of one body.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The other printed spellings.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public required Issuer Issuer { get; init; }
}
