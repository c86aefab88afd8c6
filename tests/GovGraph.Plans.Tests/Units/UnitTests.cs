using GovGraph.Plans.Tests.Seeds;
using GovGraph.Plans.Units;
using Xunit;

namespace GovGraph.Plans.Tests.Units;

public sealed class UnitTests
{
    private static readonly Unit Office = new()
    {
        Id = "x/van-phong-thong-ke",
        Name = "Công chức Văn phòng - Thống kê",
        Aliases = ["Công chức VP-TK", "Công chức Vp- TK xã"],
        Issuer = new Issuer { Id = "x", Name = "UBND xã X", Place = "X" },
    };

    [Theory]
    [InlineData("Công chức Văn phòng - Thống kê")]
    [InlineData("công chức  VĂN PHÒNG – Thống kê ")]
    [InlineData("Công chức Văn phòng—Thống kê")]
    [InlineData("Co\u0302ng chu\u031B\u0301c Va\u0306n pho\u0300ng-Tho\u0302\u0301ng ke\u0302")]
    [InlineData("công chức vp -tk")]
    [InlineData("Công chức Vp-TK xã")]
    [InlineData("x/van-phong-thong-ke")]
    public void A_unit_is_known_by_its_spellings_and_its_id(string name) => Assert.True(Office.Matches(name));

    [Theory]
    [InlineData("Văn phòng - Thống kê")]
    [InlineData("Công chức Văn phòng - Thống kê xã")]
    [InlineData("Cong chuc Van phong - Thong ke")]
    [InlineData("Công chức Văn phòng Thống kê")]
    [InlineData("van-phong-thong-ke")]
    [InlineData("")]
    public void Part_of_a_name_or_a_name_without_its_marks_is_another_name(string name) => Assert.False(Office.Matches(name));

    [Fact]
    public void The_commune_is_not_the_office_of_its_council()
    {
        var units = SeedFiles.Plan("my-hoa-hung-2024-kstthc").Units.Where(unit => unit.Matches("UBND xã"));

        Assert.Equal(["my-hoa-hung/ubnd-xa"], units.Select(unit => unit.Id));
    }

    [Fact]
    public void Both_plans_of_one_body_share_the_ids_of_its_units()
    {
        var earlier = SeedFiles.Plan("trung-trac-2022-papi").Units.Select(unit => unit.Id).ToHashSet();
        var later = SeedFiles.Plan("trung-trac-2024-papi").Units.Select(unit => unit.Id).ToHashSet();

        Assert.Equal(27, earlier.Union(later).Count());
        Assert.Equal(12, earlier.Count);
        Assert.Subset(later, earlier);
    }

    [Fact]
    public void No_two_bodies_share_the_id_of_a_unit() =>
        Assert.All(
            SeedFiles.Ids.Select(SeedFiles.Plan),
            plan => Assert.All(plan.Units, unit => Assert.StartsWith($"{plan.Issuer.Id}/", unit.Id, StringComparison.Ordinal)));
}
