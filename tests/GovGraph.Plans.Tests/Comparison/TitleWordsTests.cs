using GovGraph.Plans.Comparison;
using Xunit;

namespace GovGraph.Plans.Tests.Comparison;

public sealed class TitleWordsTests
{
    [Theory]
    [InlineData("1. Cơ hội tham gia", "cơ hội, tham gia.")]
    [InlineData("a) Cơ sở hạ tầng căn bản", "Cơ sở hạ tầng cản bắn")]
    [InlineData("- II. ĐẨY MẠNH", "Đẩy mạnh")]
    [InlineData("1.2.1) Đánh giá", "(3) Danh gia;")]
    public void Numbers_in_front_marks_case_and_punctuation_do_not_matter(string one, string other) => Assert.Equal(Of(one)!.Key, Of(other)!.Key);

    [Theory]
    [InlineData("100% hồ sơ", "hồ sơ")]
    [InlineData("Việc dân", "Dân việc")]
    public void Words_and_their_order_do(string one, string other) => Assert.NotEqual(Of(one)!.Key, Of(other)!.Key);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1.")]
    [InlineData(" … ")]
    public void A_text_without_words_is_no_title(string? text) => Assert.Null(Of(text));

    [Theory]
    [InlineData("Quản trị môi trường", "Quản trị điện tử", 0.5)]
    [InlineData("Thủ tục hành chính", "Thủ tục hành chính công", 8 / 9.0)]
    [InlineData("có có không", "có không không", 4 / 6.0)]
    [InlineData("một", "hai", 0)]
    public void Titles_are_as_alike_as_the_words_that_they_share(string one, string other, double similarity)
    {
        var numbers = new Dictionary<string, int>();

        Assert.Equal(similarity, TitleWords.Of(one, numbers)!.SimilarityTo(TitleWords.Of(other, numbers)!));
    }

    private static TitleWords? Of(string? title) => TitleWords.Of(title, []);
}
