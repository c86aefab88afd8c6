using GovGraph.Plans.Text;

namespace GovGraph.Plans.Evidence;

/// <summary>A document, a link or a file that proves what was done for a task.</summary>
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

    /// <summary>A file's name as it was handed in, without folders.</summary>
    public string? FileName { get; init; }

    /// <summary>A file's length in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>What a file's content is kept under: its SHA-256 in small hexadecimal digits.</summary>
    public string? Sha256 { get; init; }

    /// <summary>What a file was found to be: <c>application/pdf</c>.</summary>
    public string? MediaType { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public string? Note { get; init; }

    /// <summary>Whether a text is an address that a browser can open: absolute, http or https.</summary>
    internal static bool IsWebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && (parsed.Scheme == Uri.UriSchemeHttp || parsed.Scheme == Uri.UriSchemeHttps);

    /// <summary>Whether a text is the SHA-256 of something, in small hexadecimal digits.</summary>
    public static bool IsSha256(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);

    internal EvidenceItem Cleaned() => this with
    {
        Title = EnteredText.Clean(Title),
        Number = EnteredText.Clean(Number),
        Issuer = EnteredText.Clean(Issuer),
        Url = EnteredText.Clean(Url),
        FileName = EnteredText.Clean(FileName),
        Note = EnteredText.Clean(Note),
    };

    /// <summary>Whether both are the same link, or the same file by its content, or the same document by number, date and issuer.</summary>
    internal bool IsSameAs(EvidenceItem other) => Kind == other.Kind && Kind switch
    {
        EvidenceKind.Link => Address(Url) == Address(other.Url),
        EvidenceKind.File => Sha256 == other.Sha256,
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
    File,
}
