using System.Collections.Immutable;

namespace GovGraph.Plans;

/// <summary>A narrative section of a plan, with the sections below it.</summary>
public sealed class Section
{
    public string? Code { get; init; }

    public string? Title { get; init; }

    public ImmutableArray<string> Text { get; init; } = [];

    public ImmutableArray<Section> Sections { get; init; } = [];
}

/// <summary>What is printed above the table of tasks.</summary>
public sealed class Annex
{
    public string? Title { get; init; }

    /// <summary>The line that ties the annex to its plan.</summary>
    public string? IssuedWith { get; init; }

    public ImmutableArray<string> Columns { get; init; } = [];
}
