using System.Buffers;
using System.Text;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Evidence.Files;

/// <summary>What somebody calls a file, as it may be shown and told in a header: never a place to put it.</summary>
public static class FileName
{
    public const int Longest = 200;

    // What a file system of Windows, or a shell, takes for something else.
    private static readonly SearchValues<char> Unusable = SearchValues.Create("<>:\"|?*");

    /// <summary>The name without folders, control characters and marks that turn the direction of writing; empty where nothing is left.</summary>
    public static string Clean(string given)
    {
        var name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.IsShown())
            {
                kept.Append(rune.IsBmp && Unusable.Contains((char)rune.Value) ? "_" : rune.ToString());
            }
        }

        return VietnameseLetters.Compose(kept.ToString()).Trim().TrimStart('.').TrimEnd('.', ' ');
    }

    /// <summary>What stands behind the last dot, with it, in small letters: <c>.pdf</c>.</summary>
    public static string ExtensionOf(string name) => Path.GetExtension(name).ToLowerInvariant();
}
