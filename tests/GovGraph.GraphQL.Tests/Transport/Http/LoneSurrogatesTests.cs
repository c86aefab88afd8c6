using System.Text;
using GovGraph.GraphQL.Transport.Http;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Http;

public sealed class LoneSurrogatesTests
{
    [Theory]
    [InlineData("""plain""", false)]
    [InlineData("""\n\\\"A""", false)]
    [InlineData("""\ud83d\ude00""", false)]
    [InlineData("""\uD83D\uDE00\uD83D\uDE00 and more""", false)]
    [InlineData("""\\ud83d""", false)]
    [InlineData("""\ud83d""", true)]
    [InlineData("""\ude00""", true)]
    [InlineData("""\ud83d \ude00""", true)]
    [InlineData("""\ud83d\n""", true)]
    [InlineData("""\ud83d\\ude00""", true)]
    [InlineData("""\ud83d\ud83d\ude00""", true)]
    [InlineData("""\ude00\ud83d""", true)]
    [InlineData("""\u004""", false)]
    [InlineData("""\""", false)]
    public void Both_halves_of_a_pair_must_stand_together(string json, bool expected) =>
        Assert.Equal(expected, LoneSurrogates.Contains(Encoding.UTF8.GetBytes(json)));
}
