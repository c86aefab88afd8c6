using GovGraph.GraphQL.Validation;
using Xunit;

namespace GovGraph.GraphQL.Tests.Validation;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("plan", "plan", 0)]
    [InlineData("plan", "PLAN", 1)]
    [InlineData("plan", "plans", 1)]
    [InlineData("plan", "pan", 1)]
    [InlineData("plan", "plon", 1)]
    [InlineData("plan", "paln", 1)]
    [InlineData("plan", "PALN", 1)]
    [InlineData("plan", "nalp", 3)]
    [InlineData("", "ab", 2)]
    public void Letters_are_inserted_deleted_replaced_and_swapped(string a, string b, int distance)
    {
        Assert.Equal(distance, EditDistance.Between(a, b, 9));
        Assert.Equal(distance, EditDistance.Between(b, a, 9));
    }

    [Fact]
    public void Beyond_the_limit_no_distance_is_told()
    {
        Assert.True(EditDistance.Between("plan", "deadline", 4) > 4);
        Assert.True(EditDistance.Between("abcd", "wxyz", 3) > 3);
        Assert.True(EditDistance.Between(new string('a', 300), new string('b', 300), 200) > 200);
    }
}
