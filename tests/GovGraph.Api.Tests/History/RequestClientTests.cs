using GovGraph.Api.History;
using Xunit;

namespace GovGraph.Api.Tests.History;

public sealed class RequestClientTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" \t ", null)]
    [InlineData("\u200b\u202e", null)]
    [InlineData("mot-cua", "mot-cua")]
    [InlineData("  Một cửa 2.1 ", "Một cửa 2.1")]
    [InlineData("a\nb\rc\u0000d\u001be", "abcde")]
    [InlineData("nice\u202egnp.exe", "nicegnp.exe")]
    [InlineData("a\ud800b", "ab")]
    public void A_name_keeps_only_what_is_seen(string? header, string? name) => Assert.Equal(name, RequestClient.Of(header).Name);

    [Fact]
    public void A_long_name_is_cut_between_letters()
    {
        Assert.Equal(new string('x', 100), RequestClient.Of(new string('x', 10_000)).Name);
        Assert.Equal(new string('x', 99), RequestClient.Of(new string('x', 99) + "😀").Name);
    }
}
