using System.Text;
using System.Text.RegularExpressions;
using GovGraph.Server.SamplePlans;

namespace GovGraph.Server.Tests.Fuzz;

/// <summary>Spoils what was well: words of a text, or single bytes.</summary>
internal static partial class Mangling
{
    private static readonly string[] s_words =
    [
        "{", "}", "(", ")", "[", "]", ":", "=", "!", "|", "&", "...", "@", "$", "\"", "\"\"\"", "#", ",", "on", "query", "mutation", "subscription", "fragment",
        "null", "true", "__typename", "__schema", "__type", "where", "order", "first", "after", "last", "before", "and", "or", "not", "\uFEFF", "\0", "\\", "é",
        "...on", "@skip(if:true)", "@include(if:$x)", "$x", "1", "-", "1e", "0x", "\u2028",
    ];

    /// <summary>Takes a few words out, doubles them, changes their places or puts others between.</summary>
    public static string Words(Draw draw, string text)
    {
        var words = Tokens().Matches(text).Select(match => match.Value).ToList();
        for (var changes = draw.Between(1, 4); changes > 0 && words.Count > 1; changes--)
        {
            var at = draw.Below(words.Count);
            switch (draw.Below(6))
            {
                case 0: words.RemoveAt(at); break;
                case 1: words.Insert(at, words[at]); break;
                case 2: words[at] = words[draw.Below(words.Count)]; break;
                case 3: words[at] = OddValues.Number(draw); break;
                case 4: words.RemoveRange(at, draw.Below(words.Count - at)); break;
                default: words.Insert(at, draw.Of(s_words)); break;
            }
        }

        return string.Concat(words);
    }

    /// <summary>Cuts, repeats, overwrites or turns over bytes.</summary>
    public static byte[] Bytes(Draw draw, byte[] bytes)
    {
        var spoilt = bytes.ToList();
        for (var changes = draw.Between(1, 5); changes > 0 && spoilt.Count > 0; changes--)
        {
            var at = draw.Below(spoilt.Count);
            switch (draw.Below(6))
            {
                case 0: spoilt.RemoveRange(at, spoilt.Count - at); break;
                case 1: spoilt.RemoveRange(at, draw.Below(Math.Min(20, spoilt.Count - at))); break;
                case 2: spoilt.InsertRange(at, OddValues.Bytes(draw, 12)); break;
                case 3: spoilt.InsertRange(at, spoilt.GetRange(at, draw.Below(Math.Min(200, spoilt.Count - at)))); break;
                case 4: spoilt[at] = (byte)draw.Below(256); break;
                default: spoilt[at] ^= (byte)(1 << draw.Below(8)); break;
            }
        }

        return [.. spoilt];
    }

    public static byte[] Maybe(Draw draw, string text) =>
        draw.Percent(15) ? Bytes(draw, Encoding.UTF8.GetBytes(text)) : Encoding.UTF8.GetBytes(text);

    [GeneratedRegex(@"\s+|\w+|.", RegexOptions.Singleline)]
    private static partial Regex Tokens();
}
