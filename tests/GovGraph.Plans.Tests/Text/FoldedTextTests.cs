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

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Prop.ForAll<string>(text => FoldedText.Fold(FoldedText.Fold(text ?? "")) == FoldedText.Fold(text ?? "")).QuickCheckThrowOnFailure();
}
