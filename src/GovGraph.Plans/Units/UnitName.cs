using System.Buffers;
using System.Globalization;
using System.Text;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Units;

/// <summary>A unit's name as it is compared: case, white space, kinds of dashes and the spacing of dashes and commas do not matter.</summary>
/// <remarks>Marks matter, and only whole names are equal: <c>UBND xã</c> is not <c>Văn phòng HĐND và UBND xã</c>.</remarks>
public static class UnitName
{
    public static string Key(string name)
    {
        var rented = name.Length <= FoldedText.OnStack ? null : ArrayPool<char>.Shared.Rent(name.Length);
        Span<char> key = rented ?? stackalloc char[FoldedText.OnStack];
        key = key[..Key(name, key)];
        var result = key.SequenceEqual(name) ? name : key.ToString();
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return result;
    }

    /// <summary>Writes the key, never longer than the name, and gives its length.</summary>
    internal static int Key(ReadOnlySpan<char> name, Span<char> key)
    {
        var length = 0;
        foreach (var c in key[..FoldedText.Fold(name, key, keepMarks: true)])
        {
            var isDash = c == '-' || (!char.IsAscii(c) && (char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation || c == '\u2212'));
            if ((isDash || c == ',') && length > 0 && key[length - 1] == ' ')
            {
                length--;
            }

            if (c != ' ' || length == 0 || key[length - 1] is not ('-' or ','))
            {
                key[length++] = isDash ? '-' : c;
            }
        }

        return length;
    }

    /// <summary>The name in small Latin letters, digits and hyphens, for an id: <c>van-phong-thong-ke</c>.</summary>
    internal static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in FoldedText.FoldMarks(name))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug is [.., not '-'])
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }
}
