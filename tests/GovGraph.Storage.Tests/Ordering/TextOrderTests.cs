using FsCheck;
using FsCheck.Fluent;
using GovGraph.Storage.Ordering;
using Xunit;

namespace GovGraph.Storage.Tests.Ordering;

public sealed class TextOrderTests
{
    [Theory]
    [InlineData("an", "ăn")]
    [InlineData("ăn", "ân")]
    [InlineData("dân", "đa")]
    [InlineData("đi", "em")]
    [InlineData("tu", "tư")]
    [InlineData("ba", "bà")]
    [InlineData("bà", "bả")]
    [InlineData("bả", "bã")]
    [InlineData("bã", "bá")]
    [InlineData("bá", "bạ")]
    [InlineData("bạ", "ban")]
    [InlineData("bạ z", "bạn a")]
    [InlineData("xã 2", "xã 10")]
    [InlineData("1.2", "1.10")]
    [InlineData("1.10", "1.a")]
    [InlineData("1", "1.1")]
    [InlineData("999999999", "1000000000")]
    [InlineData("", "a")]
    public void The_left_comes_before_the_right(string left, string right)
    {
        Assert.True(TextOrder.Compare(left, right) < 0);
        Assert.True(TextOrder.Compare(right, left) > 0);
        Assert.True(string.CompareOrdinal(TextOrder.Key(left), TextOrder.Key(right)) < 0);
    }

    [Theory]
    [InlineData("Kế hoạch", "kế  hoạch")]
    [InlineData("VP-TK", "VP – TK")]
    [InlineData("(007)", "7")]
    public void Case_and_signs_do_not_count(string left, string right)
    {
        Assert.Equal(TextOrder.Key(left), TextOrder.Key(right));
        Assert.Equal(0, TextOrder.Compare(left, right));
    }

    [Fact]
    public void Texts_stand_as_their_keys_do()
    {
        var texts = Gen.Elements("a", "ă", "á", "Ạ", "đ", "D", "z", "0", "1", "09", "10", " ", "-", "\u0301", "ö", "中", "kế hoạch ", "x\0")
            .ListOf().Select(parts => string.Concat(parts)).ToArbitrary();

        Prop.ForAll(texts, texts, (left, right) =>
        {
            var byKey = Math.Sign(string.CompareOrdinal(TextOrder.Key(left), TextOrder.Key(right)));
            return byKey == Math.Sign(TextOrder.Compare(left, right))
                && byKey == Math.Sign(TextOrder.CompareWithKey(left, TextOrder.Key(right)))
                && (byKey >= 0 || TextOrder.Rank(left) <= TextOrder.Rank(right));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    [Fact]
    public void A_key_is_readable() => Assert.Equal("OI!LSAEL!14 040005", TextOrder.Key("Kế hoạch 04"));

    [Fact]
    public void A_key_stays_short()
    {
        var text = string.Concat(Enumerable.Repeat("Đẩy mạnh tuyên truyền 2024, ", 50));

        Assert.True(TextOrder.Key(text).Length <= 129);
        Assert.Equal(TextOrder.Key(text), TextOrder.Key(text + "x"));
    }
}
