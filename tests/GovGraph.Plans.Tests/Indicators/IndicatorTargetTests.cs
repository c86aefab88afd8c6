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
}
