namespace GovGraph.Storage.Ordering;

/// <summary>The order of the Vietnamese dictionary: a ă â b … d đ e ê …, then tones (ngang huyền hỏi ngã sắc nặng); 2 comes before 10.</summary>
/// <remarks>
/// A text is ordered by a key that compares letter by letter in any store: words in capitals A to a for the 33 letters, numbers behind
/// their length, '!' between words, a space, then the tones. Only the first <see cref="Length"/> letters count, so that a cursor stays short.
/// </remarks>
public static class TextOrder
{
    private const int Length = 64;
    private const int Tones = 6;
    private const char WordBreak = '!';
    private const char EndOfWords = ' ';
    private const int LongestNumber = 15;

    private static readonly string[] Letters =
    [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "b", "c", "d", "đ", "eèẻẽéẹ", "êềểễếệ", "f", "g", "h", "iìỉĩíị", "j", "k", "l", "m", "n",
        "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "p", "q", "r", "s", "t", "uùủũúụ", "ưừửữứự", "v", "w", "x", "yỳỷỹýỵ", "z",
    ];

    // Indexed by the character: rank * Tones + tone, or -1 for what is no letter of the alphabet.
    private static readonly short[] Ranks = AllRanks();

    /// <summary>The key of a text; keys are compared by code points.</summary>
    public static string Key(string text)
    {
        Span<char> key = stackalloc char[2 * Length + 1];
        return key[..WriteKey(text, key)].ToString();
    }

    /// <summary>As if the keys were compared.</summary>
    public static int Compare(string left, string right)
    {
        Span<char> leftKey = stackalloc char[2 * Length + 1];
        Span<char> rightKey = stackalloc char[2 * Length + 1];
        return leftKey[..WriteKey(left, leftKey)].SequenceCompareTo(rightKey[..WriteKey(right, rightKey)]);
    }

    private static int WriteKey(ReadOnlySpan<char> text, Span<char> key)
    {
        Span<char> tones = stackalloc char[Length];
        var length = 0;
        var toned = 0;
        var pendingBreak = false;
        for (var i = 0; i < text.Length && length < Length; i++)
        {
            var c = char.ToLowerInvariant(text[i]);
            if (!char.IsLetterOrDigit(c))
            {
                // A combining mark belongs to the letter before it.
                pendingBreak |= length > 0 && c is < '\u0300' or > '\u036F';
                continue;
            }

            if (pendingBreak)
            {
                Append(key, tones, ref length, WordBreak, '0');
                pendingBreak = false;
            }

            if (char.IsAsciiDigit(c))
            {
                i = WriteNumber(text, i, key, tones, ref length);
            }
            else
            {
                var rank = c < Ranks.Length ? Ranks[c] : (short)-1;
                var tone = rank < 0 ? 0 : rank % Tones;
                Append(key, tones, ref length, rank < 0 ? c : (char)('A' + rank / Tones), (char)('0' + tone));
                toned = tone > 0 ? length : toned;
            }
        }

        key[length] = EndOfWords;
        toned = Math.Min(toned, length);
        tones[..toned].CopyTo(key[(length + 1)..]);
        return length + 1 + toned;
    }

    /// <summary>Writes the number's length and its digits without leading zeros; gives the place of its last digit.</summary>
    private static int WriteNumber(ReadOnlySpan<char> text, int start, Span<char> key, Span<char> tones, ref int length)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var digits = text[start..end].TrimStart('0');
        Append(key, tones, ref length, (char)('0' + Math.Min(digits.Length, LongestNumber)), '0');
        foreach (var digit in digits)
        {
            Append(key, tones, ref length, digit, '0');
        }

        return end - 1;
    }

    private static void Append(Span<char> key, Span<char> tones, ref int length, char c, char tone)
    {
        if (length < Length)
        {
            key[length] = c;
            tones[length++] = tone;
        }
    }

    private static short[] AllRanks()
    {
        var ranks = new short['\u1F00'];
        Array.Fill(ranks, (short)-1);
        for (var rank = 0; rank < Letters.Length; rank++)
        {
            for (var tone = 0; tone < Letters[rank].Length; tone++)
            {
                ranks[Letters[rank][tone]] = (short)(rank * Tones + tone);
            }
        }

        return ranks;
    }
}
