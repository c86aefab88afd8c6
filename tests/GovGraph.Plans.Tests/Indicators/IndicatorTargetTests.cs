using System.Globalization;
using GovGraph.Plans.Indicators;
using Xunit;

namespace GovGraph.Plans.Tests.Indicators;

public sealed class IndicatorTargetTests
{
    [Theory]
    [InlineData("100", IndicatorComparator.Exactly, "100", null)]
    [InlineData("100%", IndicatorComparator.Exactly, "100", null)]
    [InlineData("99,5", IndicatorComparator.Exactly, "99.5", null)]
    [InlineData("Tối thiểu 80", IndicatorComparator.AtLeast, "80", null)]
    [InlineData("Đạt ít nhất 45 %", IndicatorComparator.AtLeast, "45", null)]
    [InlineData("từ 95% trở lên", IndicatorComparator.AtLeast, "95", null)]
    [InlineData("≥ 90", IndicatorComparator.AtLeast, "90", null)]
    [InlineData("tối thiểu từ 80 đến dưới 90 điểm", IndicatorComparator.Range, "80", "90")]
    [InlineData("15-20%", IndicatorComparator.Range, "15", "20")]
    [InlineData("Tối đa 5%", IndicatorComparator.AtMost, "5", null)]
    [InlineData("không quá 2,5 ngày", IndicatorComparator.AtMost, "2.5", null)]
    [InlineData("dưới 10%", IndicatorComparator.AtMost, "10", null)]
    [InlineData("≤ 3", IndicatorComparator.AtMost, "3", null)]
    [InlineData("5% trở xuống", IndicatorComparator.AtMost, "5", null)]
    [InlineData("từ 5% trở xuống", IndicatorComparator.AtMost, "5", null)]
    [InlineData("100 hồ sơ mỗi quý", IndicatorComparator.Unknown, null, null)]
    [InlineData("Đạt loại tốt", IndicatorComparator.Unknown, null, null)]
    [InlineData("99999999999999999999", IndicatorComparator.Unknown, null, null)]
    public void A_target_is_read_and_its_text_kept(string text, IndicatorComparator comparator, string? value, string? maximum)
    {
        var target = IndicatorTarget.Parse(text);

        Assert.Equal(
            (text, comparator, value, maximum),
            (target.Text, target.Comparator, target.Value?.ToString(CultureInfo.InvariantCulture), target.Maximum?.ToString(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("Tối thiểu 80", "78.5", "0.98125", true)]
    [InlineData("Tối thiểu 80", "80", "1", false)]
    [InlineData("Tối thiểu 80", "100", "1.25", false)]
    [InlineData("Tối thiểu 80", "0", "0", true)]
    [InlineData("100", "99.99", "0.9999", true)]
    [InlineData("100", "100.0", "1", false)]
    [InlineData("tối thiểu từ 80 đến dưới 90 điểm", "79.9", "0.99875", true)]
    [InlineData("tối thiểu từ 80 đến dưới 90 điểm", "85", "1.0625", false)]
    [InlineData("tối thiểu từ 80 đến dưới 90 điểm", "95", "1.1875", false)]
    [InlineData("Tối đa 5", "4", "1.25", false)]
    [InlineData("Tối đa 5", "5", "1", false)]
    [InlineData("Tối đa 5", "8", "0.625", true)]
    [InlineData("Tối đa 5", "0", "1", false)]
    [InlineData("Tối đa 0", "0", "1", false)]
    [InlineData("Tối đa 0", "2", "0", true)]
    [InlineData("0", "0", "1", false)]
    [InlineData("Đạt loại tốt", "5", null, null)]
    public void A_value_is_held_against_its_target(string text, string value, string? achievement, bool? isMissed)
    {
        var (target, reached) = (IndicatorTarget.Parse(text), decimal.Parse(value, CultureInfo.InvariantCulture));

        Assert.Equal(achievement is null ? null : decimal.Parse(achievement, CultureInfo.InvariantCulture), target.AchievementOf(reached));
        Assert.Equal(isMissed, target.IsMissedBy(reached));
    }
}
