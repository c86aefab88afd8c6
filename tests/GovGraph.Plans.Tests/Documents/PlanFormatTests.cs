using System.Text;
using GovGraph.Plans.Documents;
using Xunit;

namespace GovGraph.Plans.Tests.Documents;

public sealed class PlanFormatTests
{
    // As if versions 1 and 2 had been, and 3 were the present one.
    private static readonly PlanFormat Later = new(
        3,
        plan =>
        {
            plan["title"] = plan["name"]!.GetValue<string>();
            plan.Remove("name");
        },
        plan => plan["year"] = plan["year"]!.GetValue<int>() + 1);

    [Theory]
    [InlineData("""{"schemaVersion": 1, "id": "a"}""", 1)]
    [InlineData("""{"areas": [{"schemaVersion": 9}], "schemaVersion": 2}""", 2)]
    [InlineData("\uFEFF{\"schemaVersion\": 1}", 1)]
    [InlineData("""{"schemaVersion": "1"}""", null)]
    [InlineData("""{"schemaVersion": 1.5}""", null)]
    [InlineData("""{"id": "a"}""", null)]
    [InlineData("""[{"schemaVersion": 1}]""", null)]
    [InlineData("""{"id": """, null)]
    [InlineData("", null)]
    public void The_version_is_what_the_file_says(string json, int? version) => Assert.Equal(version, PlanFormat.VersionOf(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_file_goes_through_every_version_that_came_after_its_own() => Assert.Equal(
        """{"schemaVersion":3,"year":2021,"title":"A"}""", Renewed("""{"schemaVersion": 1, "name": "A", "year": 2020}"""));

    [Fact]
    public void A_newer_file_leaves_out_the_first_steps() => Assert.Equal(
        """{"schemaVersion":3,"title":"A","year":2021}""", Renewed("""{"schemaVersion": 2, "title": "A", "year": 2020}"""));

    [Theory]
    [InlineData("""{"schemaVersion": 3,  "year": 2020}""")]
    [InlineData("""{"schemaVersion": 4,  "year": 2020}""")]
    [InlineData("""{"schemaVersion": 0,  "year": 2020}""")]
    [InlineData("""no plan""")]
    public void What_can_not_or_need_not_be_renewed_stays_as_it_is(string json) => Assert.Equal(json, Renewed(json));

    [Fact]
    public void A_version_that_is_not_known_is_told_with_what_to_do()
    {
        Assert.Equal("has version 4 of the plan format, and this program knows versions up to 3. Use the program that wrote it, or a newer one.", Later.WhyNot(4));
        Assert.Equal("has version 0 of the plan format, and 1 is the oldest that can be brought up to date. Correct its schemaVersion, or take it away.", Later.WhyNot(0));
        Assert.All([1, 2, 3], version => Assert.Null(Later.WhyNot(version)));
    }

    private static string Renewed(string json) => Encoding.UTF8.GetString(Later.Renew(Encoding.UTF8.GetBytes(json)));
}
