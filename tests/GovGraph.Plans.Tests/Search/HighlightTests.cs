using GovGraph.Plans.Search;
using GovGraph.Plans.Tasks;
using Xunit;

namespace GovGraph.Plans.Tests.Search;

public sealed class HighlightTests
{
    [Theory]
    [InlineData("Thực hiện cơ chế Một  Cửa, một cửa liên thông.", "mot cua", "Thực hiện cơ chế [Một]  [Cửa], [một] [cửa] liên thông.")]
    [InlineData("Thực hiện cơ chế Một  Cửa, một cửa liên thông.", "\"một cửa\"", "Thực hiện cơ chế [Một  Cửa], [một cửa] liên thông.")]
    [InlineData("Thành phố thanh tra đất, đạt 5 đợt", "đ* thanh", "Thành phố [thanh] tra [đất], [đạt] 5 [đợt]")]
    [InlineData("ĐẤT đai", "dat", "[ĐẤT] đai")]
    [InlineData("Kế hoạch số 01/KH-UBND", "01/kh-ubnd kh", "Kế hoạch số [01/KH-UBND]")]
    [InlineData("một cửa liên thông", "\"một cửa\" \"cửa liên\"", "[một cửa liên] thông")]
    [InlineData("tho\u0323 tho", "thọ", "[tho\u0323] tho")]
    [InlineData("Báo cáo,\nQuyết định", "\"báo cáo quyết\"", null)]
    [InlineData("Báo cáo,\nQuyết định", "cáo quyết", "Báo [cáo],\n[Quyết] định")]
    [InlineData("không có gì", "dat", null)]
    public void The_text_is_cut_as_printed(string text, string wanted, string? expected) => Assert.Equal(expected, Cut(text, wanted));

    [Fact]
    public void Of_a_long_text_the_part_is_shown_in_which_the_most_words_stand()
    {
        var text = $"Đất {string.Concat(Enumerable.Repeat("dài lắm ", 100))}thanh tra đất {string.Concat(Enumerable.Repeat("rất dài ", 100))}";

        Assert.Equal(
            "[…] lắm dài lắm dài lắm dài lắm dài lắm dài lắm dài lắm dài lắm [thanh] tra [đất] rất dài rất dài rất dài rất dài rất dài rất dài rất dài rất dài rất dài rất dài rất dài rất dài rất dài rất dài rất dài rất dài rất dài rất dài rất dài rất dài rất…"
                .Replace("[…] ", "…", StringComparison.Ordinal),
            Cut(text, "thanh đất"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_text_without_end_is_cut_all_the_same(string blank)
    {
        var text = string.Concat(Enumerable.Repeat($"ă{blank}𡦂", 100_000));
        var fragments = Fragments(text, blank.Length == 0 ? "ă*" : "𡦂");

        Assert.InRange(fragments.Sum(fragment => fragment.Text.Length), 200, 242);
        Assert.Contains(fragments, fragment => fragment.IsMatch);
        Assert.DoesNotContain(fragments, fragment => char.IsLowSurrogate(fragment.Text[0]) || char.IsHighSurrogate(fragment.Text[^1]));
    }

    [Fact]
    public void Each_field_that_holds_a_word_has_its_highlight()
    {
        var task = new PlanTask
        {
            Id = "a/1",
            Code = "1",
            Heading = "Rà soát thủ tục",
            Items = ["Một cửa", "Liên thông"],
            Target = "100% thủ tục",
            Note = "Ghi chú",
        };

        var highlights = Highlight.Of(new SearchNode(task, SearchKind.Task), WantedText.Read("thu tuc mot", out _)!);

        Assert.Equal(["text: Rà soát [thủ] [tục]\n[Một] cửa\nLiên thông", "target: 100% [thủ] [tục]"], highlights.Select(highlight => $"{highlight.Field}: {Print(highlight.Fragments)}"));
    }

    private static string? Cut(string text, string wanted) => Fragments(text, wanted) is [] ? null : Print(Fragments(text, wanted));

    private static HighlightFragment[] Fragments(string text, string wanted)
    {
        var node = new SearchNode(new PlanTask { Id = "a/1", Code = "1", Note = text }, SearchKind.Task);
        return [.. Highlight.Of(node, WantedText.Read(wanted, out _)!).SelectMany(highlight => highlight.Fragments)];
    }

    private static string Print(IEnumerable<HighlightFragment> fragments) =>
        string.Concat(fragments.Select(fragment => fragment.IsMatch ? $"[{fragment.Text}]" : fragment.Text));
}
