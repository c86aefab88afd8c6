using FsCheck;
using FsCheck.Fluent;
using GovGraph.Plans.Text;
using Xunit;

namespace GovGraph.Plans.Tests.Text;

public sealed class FoldedPatternTests
{
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
        Assert.Equal(contains, new FoldedPattern(wanted).IsIn(text));

    [Fact]
    public void A_long_text_is_searched_too()
    {
        var text = new string('ă', 5000) + "đích" + new string('ơ', 5000);

        Assert.True(new FoldedPattern("ăĐÍCHơ").IsIn(text));
        Assert.True(new FoldedPattern(new string('a', 5000) + "dich").IsIn(text));
        Assert.False(new FoldedPattern("đichơ").IsIn(text));
    }

    [Fact]
    public void A_text_is_compared_at_its_ends()
    {
        Assert.True(new FoldedPattern("truoc").Starts(" Trước ngày 30"));
        Assert.False(new FoldedPattern("ngày").Starts("Trước ngày 30"));
        Assert.True(new FoldedPattern("ngày").Ends("Trước Ngày "));
        Assert.False(new FoldedPattern("trước").Ends("Trước ngày"));
    }

    [Fact]
    public void Any_text_contains_itself_folded_or_not() =>
        Prop.ForAll<string>(text => new FoldedPattern(text ?? "").IsIn(text ?? "")
            && new FoldedPattern(FoldedText.Fold(text ?? "")).IsIn(text ?? "")
            && new FoldedPattern(FoldedText.FoldMarks(text ?? "")).IsIn(text ?? "")).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("UBND  Xã ", true)]
    [InlineData("ubnd xa", true)]
    [InlineData("ubnd", false)]
    public void A_whole_text_equals_itself_only(string text, bool equal) => Assert.Equal(equal, new FoldedPattern("ubnd xa").Equals(text));

    [Fact]
    public void Looking_allocates_nothing()
    {
        var pattern = new FoldedPattern("thủ tục");
        var text = string.Concat(Enumerable.Repeat("Kiểm soát THỦ  TỤC hành chính; ", 100));
        pattern.IsIn(text);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = pattern.IsIn(text);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(found);
    }
}
