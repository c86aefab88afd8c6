using GovGraph.Plans.Budgets;
using Xunit;

namespace GovGraph.Plans.Tests.Budgets;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("12.900.000", 12_900_000)]
    [InlineData("600.000 đồng", 600_000)]
    [InlineData("1.520.000đ", 1_520_000)]
    [InlineData("1.520.000 VNĐ", 1_520_000)]
    [InlineData("3960000", 3_960_000)]
    [InlineData(" 0 ", 0)]
    public void An_amount_is_read_and_its_text_kept(string text, long dong)
    {
        Assert.True(Money.TryParse(text, out var money));
        Assert.Equal(new Money(dong, text), money);
    }

    [Theory]
    [InlineData("")]
    [InlineData("đồng")]
    [InlineData("12.90")]
    [InlineData("1234.000")]
    [InlineData("12,900,000")]
    [InlineData("-1.000")]
    [InlineData("1.000.")]
    [InlineData("12 triệu")]
    [InlineData("99.999.999.999.999.999.999")]
    [InlineData("Ngân sách xã")]
    public void What_is_no_amount_is_not_guessed(string text) => Assert.False(Money.TryParse(text, out _));
}
