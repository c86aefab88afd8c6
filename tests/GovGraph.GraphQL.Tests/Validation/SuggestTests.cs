using GovGraph.GraphQL.Validation;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation;

public sealed class SuggestTests
{
    [Fact]
    public void Nothing_near_gives_nothing() => Assert.Equal("", Suggest.From("deadline", ["id", "title"]));

    [Fact]
    public void The_nearest_comes_first_then_the_alphabet() => Assert.Equal(
        " Did you mean \"tile\", \"title\", or \"titles\"?",
        Suggest.From("Title", ["titles", "title", "tile", "deadline"]));

    [Fact]
    public void Two_need_no_comma() => Assert.Equal(" Did you mean the field \"aa\" or \"ab\"?", Suggest.From("a", ["ab", "aa", "abc"], "the field"));

    [Fact]
    public void No_more_than_five_are_told() => Assert.Equal(
        " Did you mean \"aa\", \"ab\", \"ac\", \"ad\", or \"ae\"?",
        Suggest.From("a", ["af", "ae", "ad", "ac", "ab", "aa"]));
}
