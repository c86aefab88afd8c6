using System.Globalization;
using System.Text;
using System.Text.Json;
using GovGraph.Server.SamplePlans;

namespace GovGraph.Server.Tests.Fuzz;

/// <summary>Values that programs stumble over.</summary>
internal static class OddValues
{
    private static readonly string[] s_numbers =
    [
        "0", "-0", "-1", "1", "50", "51", "2147483647", "-2147483648", "2147483648", "9007199254740993", "9223372036854775807",
        "-9223372036854775808", "9223372036854775808", "79228162514264337593543950336", "0.1", "-0.0", "1e0", "1E+2", "1e308", "1e400", "-1e400",
        "1e-400", "0.00000000000000000000000000001", "1e999999999999", "01", "+1", "1.", ".5", "NaN", "Infinity", "0x10", "1_000",
    ];

    private static readonly string[] s_texts =
    [
        "", " ", "\0", "null", "true", "undefined", "a", "%", "_", "\"", "\\", "'", "{", "}", "$where", "$gt", "__proto__", "constructor", "../../etc/passwd",
        "..\\..\\", "C:\\", "\r\nSet-Cookie: a=b", "<script>alert(1)</script>", "=1+1", "@SUM(1)", "\uFEFF", "\u200B", "\u202Eabc", "\u0300\u0301\u0302",
        "e\u0301", "é", "ơ\u0323", "Đ", "đ", "İ", "ß", "ﬀ", "𝕏", "👩‍👩‍👧‍👦", "\U0010FFFF", "\uFFFD", "\uFFFE", "\u2028", "\t", "\n", "\r\n", "\u0085", "\u007F",
        "Công chức", "một cửa", "\"một cửa\" liên*", "*", "\"", "\"\"", "thu*", "a*b*c*", "NOT", "15/KH-UBND", "P30D", "-P1D", "P99999999Y", "P", "PT1S",
        "P9999999999999999999D", "2024-04-01", "2024-02-30", "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "-2024-01-01", "2024-4-1",
        "2024-04-01T00:00:00Z", "2024-04-01T24:00:00Z", "9999-12-31T23:59:59.9999999+00:00", "0001-01-01T00:00:00+14:00", "2024-04-01T00:00:00-99:99",
        "eyJhIjoxfQ==", "AAAA", "====", "WzFd", "https://127.0.0.1:1/a", "javascript:alert(1)", "file:///etc/passwd", "http://127.0.0.1:1/", "http://[::1]/", "//x",
    ];

    /// <summary>A number as it is written, not always as it may be.</summary>
    public static string Number(Draw draw) => draw.Below(20) switch
    {
        0 => new string('9', draw.Between(20, 400)),
        1 => $"0.{new string('3', draw.Between(20, 400))}",
        2 => $"1e{draw.Below(1_000_000_000)}",
        < 8 => draw.Below(1000).ToString(CultureInfo.InvariantCulture),
        _ => draw.Of(s_numbers),
    };

    public static string Text(Draw draw) => draw.Below(12) switch
    {
        0 => string.Concat(Enumerable.Repeat(draw.Of(s_texts), draw.Between(2, 300))),
        1 => draw.Of(s_texts) + draw.Of(s_texts),
        2 => Letters(draw, draw.Between(1, 40)),
        _ => draw.Of(s_texts),
    };

    /// <summary>Any JSON at all, sometimes almost.</summary>
    public static string Json(Draw draw, int depth = 0) => draw.Below(depth > 6 ? 5 : 9) switch
    {
        0 => Number(draw),
        1 => draw.Of(["null", "true", "false", "nul", "True", ""]),
        2 => draw.Of(["\"\\uD800\"", "\"\\uDC00\\uD800\"", "\"\\x\"", "\"\\u12\"", "\"a\nb\"", "\"open", "'a'"]),
        3 or 4 => JsonSerializer.Serialize(Text(draw)),
        5 or 6 => $"[{string.Join(',', Enumerable.Range(0, draw.Below(4)).Select(_ => Json(draw, depth + 1)))}]",
        7 => $"{{{string.Join(',', Enumerable.Range(0, draw.Below(4)).Select(_ => $"{JsonSerializer.Serialize(Text(draw))}:{Json(draw, depth + 1)}"))}}}",
        _ => Nested(draw),
    };

    public static byte[] Bytes(Draw draw, int most)
    {
        var bytes = new byte[draw.Below(most + 1)];
        for (var index = 0; index < bytes.Length; index++) bytes[index] = (byte)draw.Below(256);
        return bytes;
    }

    private static string Nested(Draw draw)
    {
        var (depth, open, close) = (draw.Between(10, 3000), "[", "]");
        if (draw.Percent(50)) (open, close) = ("{\"a\":", "}");
        return $"{string.Concat(Enumerable.Repeat(open, depth))}1{(draw.Percent(80) ? string.Concat(Enumerable.Repeat(close, depth)) : "")}";
    }

    private static string Letters(Draw draw, int count)
    {
        var text = new StringBuilder();
        while (count-- > 0)
        {
            var value = draw.Percent(50) ? draw.Below(0x250) : draw.Below(0x110000);
            text.Append(Rune.IsValid(value) ? new Rune(value) : Rune.ReplacementChar);
        }

        return text.ToString();
    }
}
