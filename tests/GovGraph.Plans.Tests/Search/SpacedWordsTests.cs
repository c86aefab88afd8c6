using GovGraph.Plans.Search;
using Xunit;

namespace GovGraph.Plans.Tests.Search;

public sealed class SpacedWordsTests
{
    [Theory]
    [InlineData("Bộ phận TN&TKQ", " bộ phận tn tkq ", " bo phan tn tkq ")]
    [InlineData("Số 01/KH-UBND, ngày 06/01/2020.", " số 01 kh ubnd ngày 06 01 2020 ", " so 01 kh ubnd ngay 06 01 2020 ")]
    [InlineData("“một cửa” – liên_thông…", " một cửa liên thông ", " mot cua lien thong ")]
    [InlineData("Đạt 100% (theo NĐ 61)", " đạt 100 theo nđ 61 ", " dat 100 theo nd 61 ")]
    [InlineData("Báo cáo,\n\n- Quyết định\n", " báo cáo \n quyết định ", " bao cao \n quyet dinh ")]
    [InlineData("\n Dòng đầu", " dòng đầu ", " dong dau ")]
    [InlineData("tho\u0323 m\u200Bới", " thọ mới ", " tho moi ")]
    [InlineData("\u0323\u200B … \u0000", "", "")]
    [InlineData("chữ 𡦂😀 \ud800 x\udc00y", " chữ 𡦂 x y ", " chu 𡦂 x y ")]
    [InlineData("", "", "")]
    public void Words_are_letters_and_digits_with_their_marks(string text, string folded, string unmarked)
    {
        Assert.Equal(folded, SpacedWords.Of(text, keepMarks: true));
        Assert.Equal(unmarked, SpacedWords.Of(text, keepMarks: false));
    }
}
