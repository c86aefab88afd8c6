namespace GovGraph.Storage.Ordering;

/// <summary>The order of the Vietnamese dictionary: a ă â b … d đ e ê …, then tones (ngang huyền hỏi ngã sắc nặng); 2 comes before 10.</summary>
/// <remarks>
/// A text is ordered by a key that compares letter by letter in any store: words in capitals A to a for the 33 letters, numbers behind
/// their length, '!' between words, a space, then the tones. Only the first <see cref="Length"/> letters count, so that a cursor stays short.
/// </remarks>
public static partial class TextOrder
{
    private const int Length = 64;
    private const int TonesOfALetter = 6;
    private const char WordBreak = '!';
    private const char EndOfWords = ' ';
    private const char End = '\0';
    private const int LongestNumber = 15;

    private static readonly string[] Letters =
    [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "b", "c", "d", "đ", "eèẻẽéẹ", "êềểễếệ", "f", "g", "h", "iìỉĩíị", "j", "k", "l", "m", "n",
        "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "p", "q", "r", "s", "t", "uùủũúụ", "ưừửữứự", "v", "w", "x", "yỳỷỹýỵ", "z",
    ];

    // Indexed by the character: rank * TonesOfALetter + tone, or -1 for what is no letter of the alphabet.
    private static readonly short[] Ranks = AllRanks();

    /// <summary>The key of a text; keys are compared by code points.</summary>
    public static string Key(string text)
    {
        Span<char> key = stackalloc char[2 * Length + 1];
        var length = 0;
        for (var letters = new Reader(text); letters.Next() is not End and var c;)
        {
            key[length++] = c;
        }

        return key[..length].ToString();
    }

    /// <summary>As if the keys were compared, but no further than to the first difference.</summary>
    public static int Compare(string left, string right)
    {
        var (lefts, rights) = (new Reader(left), new Reader(right));
        while (true)
        {
            var (l, r) = (lefts.Next(), rights.Next());
            if (l != r)
            {
                return l - r;
            }

            if (l == End)
            {
                return 0;
            }
        }
    }

    /// <summary>The first eight letters of the key in one number: what comes first never has the higher one.</summary>
    internal static long Rank(string text)
    {
        const int letters = 8;
        const int bits = 7;
        const int highest = (1 << bits) - 1;
        var rank = 0L;
        var isDone = false;
        var reader = new Reader(text);
        for (var i = 0; i < letters; i++)
        {
            var c = isDone ? End : reader.Next();

            // Letters of other alphabets share the highest number, so what follows them must not count.
            isDone = c is End or >= (char)highest;
            rank = (rank << bits) | (uint)Math.Min((int)c, highest);
        }

        return rank;
    }

    /// <summary>As if the text's key were compared with this one.</summary>
    internal static int CompareWithKey(string text, string key)
    {
        var letters = new Reader(text);
        foreach (var k in key)
        {
            var c = letters.Next();
            if (c != k)
            {
                return c - k;
            }
        }

        return letters.Next() == End ? 0 : 1;
    }

    private static short[] AllRanks()
    {
        var ranks = new short['\u1F00'];
        Array.Fill(ranks, (short)-1);
        for (var rank = 0; rank < Letters.Length; rank++)
        {
            for (var tone = 0; tone < Letters[rank].Length; tone++)
            {
                ranks[Letters[rank][tone]] = (short)(rank * TonesOfALetter + tone);
            }
        }

        return ranks;
    }
}
