using System.Globalization;

namespace GovGraph.Plans.Text;

/// <summary>One sentence in the two languages that GovGraph answers in.</summary>
public readonly record struct Wording(string English, string Vietnamese)
{
    private const string VietnameseCode = "vi";

    /// <summary>The cultures that an answer can be asked for in, the one for everyone else first.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", VietnameseCode, "vi-VN"];

    /// <summary>In the language of the request that is answered: the UI culture, as .NET and its libraries have it.</summary>
    public override string ToString() => IsVietnamese(CultureInfo.CurrentUICulture.Name) ? Vietnamese : English;

    // By its name, since without their data all cultures have the same language.
    private static bool IsVietnamese(ReadOnlySpan<char> culture) =>
        culture.StartsWith(VietnameseCode, StringComparison.OrdinalIgnoreCase) && (culture.Length == VietnameseCode.Length || culture[VietnameseCode.Length] == '-');
}
