using System.Collections.Immutable;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Evidence;

/// <summary>What proves that something was done for a task: a document, a link, a file or a figure, and what was decided about it.</summary>
public sealed record EvidenceItem : INode
{
    private const string InId = "/evidence/";

    /// <summary><c>&lt;task id&gt;/evidence/1</c>; given by the task that the item is added to.</summary>
    public string Id { get; init; } = "";

    public required EvidenceKind Kind { get; init; }

    /// <summary>What a document is about; what a figure counts.</summary>
    public string? Title { get; init; }

    /// <summary>A document's number: <c>15/QĐ-UBND</c>.</summary>
    public string? Number { get; init; }

    /// <summary>The date of a document, or the day on which a figure was reached.</summary>
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

    /// <summary>A figure's number, exact: 95.5.</summary>
    public decimal? Value { get; init; }

    /// <summary>What a figure is counted in: <c>%</c>, <c>hồ sơ</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>The time in which a figure was reached, where it was not one day.</summary>
    public Period? Period { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public string? Note { get; init; }

    /// <summary>All that was decided about it, oldest first.</summary>
    public ImmutableArray<EvidenceReview> Reviews { get; init; } = [];

    public EvidenceWithdrawal? Withdrawal { get; init; }

    public EvidenceState State =>
        Withdrawal is not null ? EvidenceState.Withdrawn
        : Reviews is [.., var last] ? last.Decision == ReviewDecision.Accept ? EvidenceState.Accepted : EvidenceState.Returned
        : EvidenceState.Submitted;

    /// <summary>Neither returned nor withdrawn.</summary>
    public bool IsStanding => State is EvidenceState.Submitted or EvidenceState.Accepted;

    /// <summary>Whether a task can be completed on it.</summary>
    public bool Suffices(EvidenceRule rule) => rule == EvidenceRule.Accepted ? State == EvidenceState.Accepted : IsStanding;

    /// <summary>The id of the task that the id of a piece of evidence begins with; null where it is no such id.</summary>
    public static string? TaskIdOf(string id) => id.LastIndexOf(InId, StringComparison.Ordinal) is > 0 and var end ? id[..end] : null;

    internal static string IdOf(string taskId, int number) => $"{taskId}{InId}{number}";

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
        Unit = EnteredText.Clean(Unit),
        Note = EnteredText.Clean(Note),
    };

    /// <summary>Whether both are the same link, the same file by its content, the same document, or tell of the same figure, which has one value at a time.</summary>
    internal bool IsSameAs(EvidenceItem other) => Kind == other.Kind && Kind switch
    {
        EvidenceKind.Link => Address(Url) == Address(other.Url),
        EvidenceKind.File => Sha256 == other.Sha256,
        EvidenceKind.Figure => (Date, Period, Folded(Title), Folded(Unit)) == (other.Date, other.Period, Folded(other.Title), Folded(other.Unit)),
        _ => DocumentKey.Of(this) == DocumentKey.Of(other),
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

    /// <summary>A number that was reached.</summary>
    Figure,
}
