namespace GovGraph.GraphQL.Transport.Persisted;

/// <summary>Which documents a caller may name instead of sending them.</summary>
public sealed record PersistedOptions
{
    /// <summary>Whether callers may teach the server documents by their hash (automatic persisted queries).</summary>
    public bool AllowAutomatic { get; init; } = true;

    /// <summary>How many documents are kept for callers; the one not used for longest goes first.</summary>
    public int MaxAutomaticDocuments { get; init; } = 1000;

    /// <summary>How many characters the documents kept for callers may have together.</summary>
    public int MaxAutomaticCharacters { get; init; } = 8 * 1024 * 1024;

    /// <summary>The longest document kept for callers, in characters.</summary>
    public int MaxAutomaticLength { get; init; } = 32 * 1024;

    /// <summary>The folder of trusted documents, read at the start: <c>ID.graphql</c> is what the name ID stands for.</summary>
    public string? TrustedFolder { get; init; }

    /// <summary>Whether nothing but trusted documents is executed.</summary>
    public bool OnlyTrusted { get; init; }

    /// <summary>Whether a trusted document may also be sent as text, where <see cref="OnlyTrusted"/> holds.</summary>
    public bool AllowTrustedText { get; init; }
}
