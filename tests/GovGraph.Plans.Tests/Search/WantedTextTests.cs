using GovGraph.Plans.Search;
using Xunit;

namespace GovGraph.Plans.Tests.Search;

public sealed class WantedTextTests
{
    [Theory]
    [InlineData("Một  CỬA", "một cửa")]
    [InlineData("\"một cửa\" liên thông", "\"một cửa\" liên thông")]
    [InlineData("“một cửa” «liên thông»", "\"một cửa\" \"liên thông\"")]
    [InlineData("01/KH-UBND TN&TKQ", "\"01 kh ubnd\" \"tn tkq\"")]
    [InlineData("thu* \"thu tuc h*\" \"thu tuc\"* 01/KH*", "thu* \"thu tuc h\"* \"thu tuc\"* \"01 kh\"*")]
    [InlineData("a*b *c d*, e-* **", "\"a b\" c d* e")]
    [InlineData("\"không đóng", "\"không đóng\"")]
    [InlineData("một\"cửa\"liên", "một cửa liên")]
    [InlineData("\"\" \" \" - kế", "kế")]
    [InlineData("cu\u0309a", "của")]
    public void Words_phrases_and_beginnings_are_read(string typed, string read)
    {
        var wanted = WantedText.Read(typed, out var fault);

        Assert.Null(fault);
        Assert.Equal(read, wanted!.ToString());
    }

    [Theory]
    [InlineData("mot cua d", false)]
    [InlineData("mot cửa", true)]
    [InlineData("đ*", true)]
    [InlineData("\"01/KH-UBND\"", false)]
    public void Marks_count_if_some_are_typed(string typed, bool keepsMarks) =>
        Assert.Equal(keepsMarks, WantedText.Read(typed, out _)!.KeepsMarks);

    [Theory]
    [InlineData("một \"cửa liên\" thông", "\"một cửa liên thông\"")]
    [InlineData("một cử*", "\"một cử\"*")]
    [InlineData("mộ* cửa", null)]
    public void All_of_it_is_one_phrase_where_a_beginning_stands_nowhere_but_last(string typed, string? sequence) =>
        Assert.Equal(sequence, WantedText.Read(typed, out _)!.Sequence?.ToString());

    [Theory]
    [InlineData("", "The text to search for holds no word: give at least one letter or digit.")]
    [InlineData(" \t\u3000", "The text to search for holds no word: give at least one letter or digit.")]
    [InlineData("*\"-&/%\ud83d\" 😀 \u0300", "The text to search for holds no word: give at least one letter or digit.")]
    public void What_holds_no_word_is_refused(string typed, string expected)
    {
        Assert.Null(WantedText.Read(typed, out var fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void What_is_too_long_is_refused()
    {
        Assert.NotNull(WantedText.Read(new string('ă', 200), out _));
        Assert.Null(WantedText.Read(new string('ă', 201), out var tooLong));
        Assert.Equal("The text to search for has 201 characters; at most 200 are taken.", tooLong);

        Assert.NotNull(WantedText.Read(string.Join(' ', Enumerable.Repeat("a*", 32)), out _));
        Assert.Null(WantedText.Read(string.Join('-', Enumerable.Repeat("a", 33)), out var tooMany));
        Assert.Equal("The text to search for has 33 words; at most 32 are taken.", tooMany);
    }
}
