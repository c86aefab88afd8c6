using GovGraph.Plans.Text;
using Xunit;

namespace GovGraph.Plans.Tests.Text;

public sealed class RememberedTests
{
    private readonly List<string> worked = [];

    private Remembered<string> Meanings => new((text, year) =>
    {
        worked.Add($"{text} {year}");
        return $"{text} {year}";
    });

    [Fact]
    public void A_text_is_worked_out_once_for_each_year()
    {
        var meanings = Meanings;

        Assert.Equal(["Quý II 2024", "Quý II 2024", "Quý II 2025"], [meanings.Of("Quý II", 2024), meanings.Of("Quý II", 2024), meanings.Of("Quý II", 2025)]);
        Assert.Equal(["Quý II 2024", "Quý II 2025"], worked);
    }

    [Fact]
    public void What_was_forgotten_is_worked_out_again()
    {
        var meanings = Meanings;

        foreach (var number in Enumerable.Range(0, 20_000).Concat(Enumerable.Range(0, 20_000)))
        {
            Assert.Equal($"{number} 2024", meanings.Of($"{number}", 2024));
        }

        Assert.InRange(worked.Count, 20_001, 40_000);
    }

    [Fact]
    public void Long_texts_are_not_kept()
    {
        var (meanings, text) = (Meanings, new string('ố', 1_000));

        Assert.Equal(meanings.Of(text, 2024), meanings.Of(text, 2024));
        Assert.Equal(2, worked.Count);
    }
}
