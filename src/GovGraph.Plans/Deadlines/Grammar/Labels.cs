using System.Collections.Frozen;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Deadlines.Grammar;

/// <summary>Finds where the name of what is due ends and its limit begins: <c>Ban hành Kế hoạch | trước 28/02/2020</c>.</summary>
internal static class Labels
{
    private static readonly FrozenSet<string> LimitWords = FrozenSet.Create(
        ":", "trước", "chậm", "muộn", "trong", "hàng", "hằng", "định", "thường", "sau", "ngay", "xong", "đến", "vào", "khi", "hết", "cuối");

    // "Không trước 15/6" is no limit, and "từ … đến trước …" was not understood.
    private static readonly FrozenSet<string> Forbidden = FrozenSet.Create("không", "chưa", "ngoài", "trừ", "từ", "đến");

    // A number counts something here: báo cáo năm lần 01, đợt 2, năm 2024; or it is that of báo cáo 6 tháng.
    private static readonly FrozenSet<string> Counted = FrozenSet.Create("lần", "đợt", "kỳ", "số", "năm", "khóa");

    public static IEnumerable<Cursor> LimitsAfter(Cursor cursor)
    {
        var before = "";
        while (!cursor.AtEnd)
        {
            var limit = cursor;
            var token = cursor.TakeToken();
            if (before.Length > 0 && LimitWords.Contains(token.Value))
            {
                yield return limit;
            }

            if (Forbidden.Contains(token.Value)
                || token.Kind == TokenKind.Symbol
                || (token.Kind == TokenKind.Number && !Counted.Contains(before) && !cursor.StartsWith("tháng")))
            {
                yield break;
            }

            before = token.Value;
        }
    }
}
