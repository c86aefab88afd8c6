using GovGraph.Plans.Units;
using Xunit;

namespace GovGraph.Plans.Tests.Units;

public sealed class UnitNameTests
{
    [Theory]
    [InlineData("Văn phòng – Thống kê", "văn phòng-thống kê")]
    [InlineData("Toàn thể CB, CC  UBND xã", "toàn thể cb,cc ubnd xã")]
    [InlineData("- Các thôn -", "-các thôn-")]
    public void A_key_has_one_kind_of_dash_and_no_space_beside_it(string name, string key) => Assert.Equal(key, UnitName.Key(name));

    [Theory]
    [InlineData("Bộ phận TN&TKQ", "bo-phan-tn-tkq")]
    [InlineData("Công chức Văn hóa - Xã hội (LĐTBXH)", "cong-chuc-van-hoa-xa-hoi-ldtbxh")]
    [InlineData("  Đảng ủy  ", "dang-uy")]
    public void A_slug_is_small_latin_letters_digits_and_hyphens(string name, string slug) => Assert.Equal(slug, UnitName.Slug(name));

    [Fact]
    public void Names_that_differ_in_marks_only_get_ids_of_their_own()
    {
        var register = new UnitRegister(new Issuer { Id = "x", Name = "UBND xã X", Place = "X" });

        Assert.Equal(["x/to", "x/to-2"], [register.FindOrAdd("Tổ").Id, register.FindOrAdd("Tờ").Id]);
    }
}
