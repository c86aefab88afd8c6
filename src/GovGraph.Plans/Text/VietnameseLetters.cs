using System.Collections.Frozen;
using System.Text;

namespace GovGraph.Plans.Text;

/// <summary>The lower-case letters of Vietnamese that carry marks: put together from a letter and its marks, and taken apart.</summary>
/// <remarks>string.Normalize does nothing here: the program runs with InvariantGlobalization.</remarks>
internal static class VietnameseLetters
{
    /// <summary>No Vietnamese letter has this code or a higher one: the toned vowels end with Latin Extended Additional.</summary>
    public const char End = '\u1F00';

    private const int Tones = 6;
    private const string ToneMarks = "\u0300\u0301\u0309\u0303\u0323";
    private const char LastMark = '\u0323';
    private const string ShapeMarks = "\u0302\u0306\u031B";

    // Each row: a vowel without a tone, then with grave, acute, hook, tilde and dot, as in ToneMarks.
    private static readonly string[] Vowels =
    [
        "aàáảãạ", "âầấẩẫậ", "ăằắẳẵặ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị",
        "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
    ];

    private static readonly (char Letter, char Mark, char Shaped)[] Shapes =
    [
        ('a', '\u0302', 'â'), ('a', '\u0306', 'ă'), ('e', '\u0302', 'ê'),
        ('o', '\u0302', 'ô'), ('o', '\u031B', 'ơ'), ('u', '\u031B', 'ư'),
    ];

    private static readonly FrozenDictionary<(char Letter, char Mark), char> Compositions = AllCompositions().ToFrozenDictionary();

    // Indexed by the character.
    private static readonly char[] Bare = AllBare();

    public static bool IsMark(char c) => c is >= '\u0300' and <= LastMark && (ToneMarks.Contains(c) || ShapeMarks.Contains(c));

    /// <summary>The letter with one more mark, whichever of its marks came first; false if there is no such letter.</summary>
    public static bool TryCompose(char letter, char mark, out char composed) => Compositions.TryGetValue((letter, mark), out composed);

    /// <summary>The letter without its marks; đ becomes d.</summary>
    public static char WithoutMarks(char c) => c < Bare.Length ? Bare[c] : c;

    /// <summary>Whether no letter stands apart from a mark that it could carry.</summary>
    public static bool AreComposed(string text)
    {
        for (var at = text.AsSpan().IndexOfAnyInRange('\u0300', LastMark); at >= 0 && at < text.Length; at++)
        {
            if (at > 0 && IsMark(text[at]) && Compositions.ContainsKey((char.ToLowerInvariant(text[at - 1]), text[at])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text with each letter and its marks as one character.</summary>
    public static string Compose(string text)
    {
        if (AreComposed(text))
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (composed.Length > 0 && Compositions.TryGetValue((char.ToLowerInvariant(composed[^1]), c), out var letter))
            {
                composed[^1] = char.IsUpper(composed[^1]) ? char.ToUpperInvariant(letter) : letter;
            }
            else
            {
                composed.Append(c);
            }
        }

        return composed.ToString();
    }

    private static Dictionary<(char, char), char> AllCompositions()
    {
        var all = new Dictionary<(char, char), char>();
        foreach (var row in Vowels)
        {
            for (var tone = 1; tone < Tones; tone++)
            {
                all.Add((row[0], ToneMarks[tone - 1]), row[tone]);
            }
        }

        // A text may put the tone before the shape: ẹ + circumflex is ệ.
        foreach (var (letter, mark, shaped) in Shapes)
        {
            var plain = Array.Find(Vowels, row => row[0] == letter)!;
            var target = Array.Find(Vowels, row => row[0] == shaped)!;
            for (var tone = 0; tone < Tones; tone++)
            {
                all.Add((plain[tone], mark), target[tone]);
            }
        }

        return all;
    }

    private static char[] AllBare()
    {
        var bare = new char[End];
        for (var c = 0; c < bare.Length; c++)
        {
            bare[c] = (char)c;
        }

        foreach (var row in Vowels)
        {
            var letter = row[0] switch { 'â' or 'ă' => 'a', 'ê' => 'e', 'ô' or 'ơ' => 'o', 'ư' => 'u', var plain => plain };
            foreach (var c in row)
            {
                bare[c] = letter;
            }
        }

        bare['đ'] = 'd';
        return bare;
    }
}
