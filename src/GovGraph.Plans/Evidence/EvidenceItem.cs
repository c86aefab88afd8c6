using GovGraph.Plans.Text;

namespace GovGraph.Plans.Evidence;

/// <summary>A document or a link that proves what was done for a task.</summary>
public sealed record EvidenceItem : INode
{
    /// <summary><c>&lt;task id&gt;/evidence/1</c>; given by the task that the item is added to.</summary>
    public string Id { get; init; } = "";

    public required EvidenceKind Kind { get; init; }

    public string? Title { get; init; }

    /// <summary>A document's number: <c>15/QĐ-UBND</c>.</summary>
    public string? Number { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>The body that issued the document.</summary>
    public string? Issuer { get; init; }

    /// <summary>A link's address, absolute, http or https.</summary>
    public string? Url { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public string? Note { get; init; }

    /// <summary>Whether a text is an address that a browser can open: absolute, http or https.</summary>
    internal static bool IsWebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && (parsed.Scheme == Uri.UriSchemeHttp || parsed.Scheme == Uri.UriSchemeHttps);

    internal EvidenceItem Cleaned() => this with
    {
        Title = EnteredText.Clean(Title),
        Number = EnteredText.Clean(Number),
        Issuer = EnteredText.Clean(Issuer),
        Url = EnteredText.Clean(Url),
        Note = EnteredText.Clean(Note),
    };

    /// <summary>Whether both are the same link, or the same document by number, date and issuer.</summary>
    internal bool IsSameAs(EvidenceItem other) => Kind == other.Kind && Kind switch
    {
        EvidenceKind.Link => Address(Url) == Address(other.Url),
        _ => Date == other.Date && Folded(Number) == Folded(other.Number) && Folded(Issuer) == Folded(other.Issuer),
    };

    // A parsed address has the host in lower case and no default port.
    private static string? Address(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed.AbsoluteUri : url;

    private static string Folded(string? text) => FoldedText.Fold(text ?? "");
}

/// <summary>What an evidence item is.</summary>
public enum EvidenceKind
{
    Document,
    Link,
}
