namespace GovGraph.Plans.Text;

/// <summary>Text that someone typed in, as a plan keeps it.</summary>
internal static class EnteredText
{
    /// <summary>Trimmed and composed (NFC); nothing but white space is nothing.</summary>
    public static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : VietnameseLetters.Compose(text.Trim());
}
