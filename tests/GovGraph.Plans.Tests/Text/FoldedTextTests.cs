using FsCheck;
using FsCheck.Fluent;
using GovGraph.Plans.Text;
using Xunit;

namespace GovGraph.Plans.Tests.Text;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("Công  khai\t TTHC\u00A0", "công khai tthc")]
    [InlineData("ĐÀO TẠO", "đào tạo")]
    [InlineData("e\u0323\u0302 E\u0302\u0323 \u1EB9\u0302 ê\u0323", "ệ ệ ệ ệ")]
    [InlineData("U\u031B\u0301 u\u0301\u031B \u0055\u0306", "ứ ứ u\u0306")]
    [InlineData("a\u200Bb\uFEFF", "ab")]
    [InlineData(" \n ", "")]
    public void Case_white_space_and_the_coding_of_marks_fold_away(string text, string folded) =>
        Assert.Equal(folded, FoldedText.Fold(text));

    [Theory]
    [InlineData("Đường ống dẫn nước", "duong ong dan nuoc")]
    [InlineData("Ủy ban nhân dân xã Thượng Lộ", "uy ban nhan dan xa thuong lo")]
    [InlineData("e\u0323\u0302", "e")]
    public void Marks_fold_away_on_demand(string text, string folded) => Assert.Equal(folded, FoldedText.FoldMarks(text));

    [Fact]
    public void Folded_text_is_not_copied()
    {
        var folded = new string("công khai".AsSpan());

        Assert.Same(folded, FoldedText.Fold(folded));
    }

    [Theory]
    [InlineData("Đường ống", "duong", true)]
    [InlineData("Đường ống", "ĐƯỜNG  ống", true)]
    [InlineData("Đường ống", "dường", false)]
    [InlineData("Đường ống", "đuong", false)]
    [InlineData("Duong ong", "đường", false)]
    [InlineData("công khai", "kho\u0061i", false)]
    [InlineData("tho\u0323 cưới", "thọ", true)]
    [InlineData("bất kỳ", "", true)]
    public void Marks_count_only_if_they_are_asked_for(string text, string wanted, bool contains) =>
        Assert.Equal(contains, FoldedText.Contains(text, wanted));

    [Fact]
    public void A_long_text_is_searched_too()
    {
        var text = new string('ă', 5000) + "đích" + new string('ơ', 5000);

        Assert.True(FoldedText.Contains(text, "ăĐÍCHơ"));
        Assert.True(FoldedText.Contains(text, new string('a', 5000) + "dich"));
        Assert.False(FoldedText.Contains(text, "đichơ"));
    }

    [Fact]
    public void A_text_is_compared_at_its_ends()
    {
        Assert.True(FoldedText.StartsWith(" Trước ngày 30", "truoc"));
        Assert.False(FoldedText.StartsWith("Trước ngày 30", "ngày"));
        Assert.True(FoldedText.EndsWith("Trước Ngày ", "ngày"));
        Assert.False(FoldedText.EndsWith("Trước ngày", "trước"));
    }

    [Fact]
    public void Any_text_contains_itself_folded_or_not() =>
        Prop.ForAll<string>(text => FoldedText.Contains(text ?? "", text ?? "")
            && FoldedText.Contains(text ?? "", FoldedText.Fold(text ?? ""))
            && FoldedText.Contains(text ?? "", FoldedText.FoldMarks(text ?? ""))).QuickCheckThrowOnFailure();

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Prop.ForAll<string>(text => FoldedText.Fold(FoldedText.Fold(text ?? "")) == FoldedText.Fold(text ?? "")).QuickCheckThrowOnFailure();
}
