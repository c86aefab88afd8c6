using System.Globalization;
using GovGraph.Plans.Text;

namespace GovGraph.Server.SamplePlans;

/// <summary>A body that issues sample plans: one of 34 provinces, or one of 98 communes in each.</summary>
/// <remarks>The number of the province stands behind every id, so that no sample plan can be taken for a published one.</remarks>
internal sealed record Body(string Id, string Kind, string Place, string District, string Province, string ProvinceKind)
{
    private const string City = "thành phố";

    private static readonly string[] s_cities = ["Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"];

    private static readonly string[] s_provinces =
    [
        .. s_cities, "Lai Châu", "Điện Biên", "Sơn La", "Lạng Sơn", "Quảng Ninh", "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Cao Bằng", "Tuyên Quang", "Lào Cai", "Thái Nguyên",
        "Phú Thọ", "Bắc Ninh", "Hưng Yên", "Ninh Bình", "Quảng Trị", "Quảng Ngãi", "Gia Lai", "Khánh Hòa", "Lâm Đồng", "Đắk Lắk", "Đồng Nai", "Tây Ninh", "Vĩnh Long",
        "Đồng Tháp", "Cà Mau", "An Giang",
    ];

    private static readonly string[] s_first = ["Tân", "Phú", "Long", "Bình", "An", "Mỹ", "Vĩnh", "Thạnh", "Đông", "Hòa", "Xuân", "Quảng", "Yên", "Phước"];
    private static readonly string[] s_second = ["Hưng", "Thành", "Lộc", "Sơn", "Hải", "Thắng", "Trung"];

    /// <summary>A province and its communes.</summary>
    public static int InProvince { get; } = 1 + (s_first.Length * s_second.Length);

    public static int Count { get; } = s_provinces.Length * InProvince;

    public bool IsProvince => Place == Province;

    /// <summary>The name of its committee.</summary>
    public string Name => $"UBND {Kind} {Place}";

    public static Body At(int number)
    {
        var (ofProvince, inProvince) = Math.DivRem(number, InProvince);
        var province = s_provinces[ofProvince];
        var provinceKind = s_cities.Contains(province) ? City : "tỉnh";
        if (inProvince == 0) return new(IdOf(province, ofProvince), provinceKind, province, province, province, provinceKind);

        var (first, second) = Math.DivRem(inProvince - 1, s_second.Length);
        var place = $"{s_first[first]} {s_second[second]}";
        return new(IdOf(place, ofProvince), "xã", place, $"{s_second[second]} {s_first[(first + 1) % s_first.Length]}", province, provinceKind);
    }

    private static string IdOf(string place, int province) =>
        string.Create(CultureInfo.InvariantCulture, $"{FoldedText.FoldMarks(place).Replace(' ', '-')}-{province + 1:00}");
}
