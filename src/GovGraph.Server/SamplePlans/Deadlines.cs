using System.Globalization;

namespace GovGraph.Server.SamplePlans;

/// <summary>Deadlines as plans print them, of every kind.</summary>
internal static class Deadlines
{
    private static readonly string[] s_undated =
    [
        "Thường xuyên", "Thường xuyên trong năm", "Hàng tuần", "Hàng tháng", "Hàng quý", "Định kỳ hàng quý", "02 lần/tháng", "Định kỳ 06 tháng/01 lần", "Hàng năm",
        "Khi có yêu cầu", "Khi có phát sinh hồ sơ", "Sau khi văn bản có hiệu lực", "Ngay sau khi có kết quả xử lý phản ánh, kiến nghị",
        "Trong thời gian 10 ngày kể từ ngày tiếp nhận", "01 tháng sau kiểm tra", "Theo Kế hoạch của tỉnh", "Thường xuyên, định kỳ",
    ];

    /// <summary>Half of them have a day, as most of those that anyone looks for do.</summary>
    public static string Next(Draw draw, int year) => draw.Percent(50) ? draw.Of(s_undated) : Dated(draw, year);

    private static string Dated(Draw draw, int year)
    {
        var (day, month, quarter) = (draw.Between(1, 28), draw.Between(1, 12), draw.Of<string>(["I", "II", "III", "IV"]));
        return draw.Below(10) switch
        {
            0 or 1 => Text($"Trước {day:00}/{month}/{year}"),
            2 => Text($"Trước ngày {day:00}/{month:00}/{year}"),
            3 => Text($"Trước ngày {day:00} tháng {month:00} năm {year}"),
            4 => Text($"{day:00}/{month:00}/{year}"),
            5 => Text($"Tháng {month:00} năm {year}"),
            6 => Text($"Hoàn thành trước tháng {month:00}/{year}"),
            7 => Text($"Quý {quarter} năm {year}"),
            8 => Text($"Trong năm {year}"),
            _ => Text($"Quý I, 6 tháng, quý III trước ngày {day:00} các tháng 2, 5, 8; báo cáo năm lần 01 trước ngày 20/10/{year}; báo cáo lần 02 trước ngày 15/11/{year}"),
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
