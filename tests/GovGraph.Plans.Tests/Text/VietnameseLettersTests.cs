using GovGraph.Plans.Text;
using Xunit;

namespace GovGraph.Plans.Tests.Text;

public sealed class VietnameseLettersTests
{
    [Theory]
    [InlineData("U\u0309y ban nha\u0302n da\u0302n", "Ủy ban nhân dân")]
    [InlineData("E\u0323\u0302 E\u0302\u0323 ệ", "Ệ Ệ ệ")]
    [InlineData("\u0301a x\u0301", "\u0301a x\u0301")]
    public void Letters_and_their_marks_are_put_together(string text, string composed)
    {
        Assert.Equal(composed, VietnameseLetters.Compose(text));
        Assert.True(VietnameseLetters.AreComposed(VietnameseLetters.Compose(text)));
    }

    [Fact]
    public void Composed_text_is_not_copied()
    {
        var text = new string("Ủy ban".AsSpan());

        Assert.Same(text, VietnameseLetters.Compose(text));
    }

    [Theory]
    [InlineData('ặ', 'a')]
    [InlineData('đ', 'd')]
    [InlineData('ỹ', 'y')]
    [InlineData('ü', 'ü')]
    [InlineData('w', 'w')]
    public void A_letter_loses_its_marks(char letter, char bare) => Assert.Equal(bare, VietnameseLetters.WithoutMarks(letter));
}
