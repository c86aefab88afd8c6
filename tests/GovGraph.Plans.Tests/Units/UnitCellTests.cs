using FsCheck;
using FsCheck.Fluent;
using GovGraph.Plans.Tests.Seeds;
using GovGraph.Plans.Units;
using Xunit;

namespace GovGraph.Plans.Tests.Units;

public sealed class UnitCellTests
{
    [Theory]
    [InlineData(UnitRole.Lead, "UBND xã", "UBND xã")]
    [InlineData(UnitRole.Lead, "Công chức VP-TK", "Công chức Văn phòng - Thống kê")]
    [InlineData(UnitRole.Lead, "Công an xã", "Công an xã")]
    [InlineData(UnitRole.Lead, "Cơ quan cấp trên", "Cơ quan cấp trên")]
    [InlineData(UnitRole.Lead, "Công chức Văn phòng - Thống kê", "Công chức Văn phòng - Thống kê")]
    [InlineData(UnitRole.Lead, "Công chức Tư pháp", "Công chức Tư pháp - Hộ tịch")]
    [InlineData(UnitRole.Lead, "Công chức TP-HT", "Công chức Tư pháp - Hộ tịch")]
    [InlineData(UnitRole.Lead, "Công chức VHXH (LĐTBX)", "Công chức Văn hóa - Xã hội (LĐTBXH)")]
    [InlineData(UnitRole.Lead, "Công chức Địa chính", "Công chức Địa chính")]
    [InlineData(UnitRole.Lead, "Công chức Văn phòng – Thống kê (Bộ phận phụ trách cổng thông tin điện tử huyện), Các thôn", "Công chức Văn phòng - Thống kê [Bộ phận phụ trách cổng thông tin điện tử huyện] + Các thôn")]
    [InlineData(UnitRole.Lead, "Ban Thanh tra nhân dân", "Ban Thanh tra nhân dân")]
    [InlineData(UnitRole.Lead, "UBND cấp xã", "UBND xã")]
    [InlineData(UnitRole.Lead, "Bộ phận Một cửa xã", "Bộ phận Một cửa xã")]
    [InlineData(UnitRole.Lead, "Trạm y tế xã", "Trạm y tế xã")]
    [InlineData(UnitRole.Lead, "Trường Tiểu học", "Trường Tiểu học")]
    [InlineData(UnitRole.Lead, "Công chức Địa chính GTTL", "Công chức Địa chính GTTL")]
    [InlineData(UnitRole.Lead, "Công chức VH-XH, Đài truyền thanh xã", "Công chức Văn hóa - Xã hội + Đài truyền thanh xã")]
    [InlineData(UnitRole.Lead, "Cơ quan liên quan", "Cơ quan liên quan")]
    [InlineData(UnitRole.Lead, "Công chức VH-XH", "Công chức Văn hóa - Xã hội")]
    [InlineData(UnitRole.Coordinating, "Các thôn", "Các thôn")]
    [InlineData(UnitRole.Coordinating, "Cán bộ, công chức liên quan", "Cán bộ, công chức liên quan")]
    [InlineData(UnitRole.Coordinating, "UBND xã", "UBND xã")]
    [InlineData(UnitRole.Coordinating, "Các trường trong xã", "Các trường trong xã")]
    [InlineData(UnitRole.Coordinating, "Ủy ban Mặt trận tổ quốc, Cán bộ, công chức liên quan", "Ủy ban MTTQ Việt Nam xã + Cán bộ, công chức liên quan")]
    [InlineData(UnitRole.Coordinating, "Ủy ban Mặt trận Tổ quốc Việt Nam xã và các thôn", "Ủy ban MTTQ Việt Nam xã + Các thôn")]
    [InlineData(UnitRole.Coordinating, "Bộ phận Một cửa xã", "Bộ phận Một cửa xã")]
    [InlineData(UnitRole.Coordinating, "Công chức Địa chính GTTL", "Công chức Địa chính GTTL")]
    [InlineData(UnitRole.Coordinating, "Ủy ban MTTQ Việt Nam xã; Các thôn", "Ủy ban MTTQ Việt Nam xã + Các thôn")]
    [InlineData(UnitRole.Coordinating, "- Công chức Tư pháp; Cán bộ, công chức liên quan", "Công chức Tư pháp - Hộ tịch + Cán bộ, công chức liên quan")]
    [InlineData(UnitRole.Coordinating, "Các đơn vị có liên quan", "Các đơn vị có liên quan")]
    [InlineData(UnitRole.Coordinating, "UBND xã, các thôn", "UBND xã + Các thôn")]
    [InlineData(UnitRole.Coordinating, "Khối Dân vận Đảng ủy, UBND xã", "Khối Dân vận Đảng ủy + UBND xã")]
    [InlineData(UnitRole.Coordinating, "Công chức chuyên môn và các thôn", "Công chức chuyên môn + Các thôn")]
    [InlineData(UnitRole.Coordinating, "Ủy ban Mặt trận Tổ quốc, các hội đoàn thể và thôn", "Ủy ban MTTQ Việt Nam xã + Các hội, đoàn thể + Các thôn")]
    [InlineData(UnitRole.Coordinating, "Thôn, Đài truyền thanh xã", "Các thôn + Đài truyền thanh xã")]
    [InlineData(UnitRole.Coordinating, "Công chức Tài chính- Kế toán", "Công chức Tài chính - Kế toán")]
    [InlineData(UnitRole.Coordinating, "Các tổ chức hành nghề bổ trợ tư pháp", "Các tổ chức hành nghề bổ trợ tư pháp")]
    [InlineData(UnitRole.Coordinating, "Công chức VP-TK và các nhà trường", "Công chức Văn phòng - Thống kê + Các trường trong xã")]
    [InlineData(UnitRole.Coordinating, "Trạm y tế xã", "Trạm y tế xã")]
    [InlineData(UnitRole.Coordinating, "BHXH huyện", "BHXH huyện")]
    [InlineData(UnitRole.Coordinating, "Các trường bồi dưỡng đào tạo giáo viên.", "Các trường bồi dưỡng đào tạo giáo viên")]
    [InlineData(UnitRole.Coordinating, "Trường Tiểu học", "Trường Tiểu học")]
    [InlineData(UnitRole.Coordinating, "Công chức Địa chính", "Công chức Địa chính")]
    [InlineData(UnitRole.Coordinating, "Công chức VH-XH, Đài truyền thanh xã", "Công chức Văn hóa - Xã hội + Đài truyền thanh xã")]
    [InlineData(UnitRole.Coordinating, "Đài truyền thanh xã", "Đài truyền thanh xã")]
    public void The_cells_of_Trưng_Trắc_2024_are_split(UnitRole role, string cell, string units) =>
        Assert.Equal(units, Summary(cell, role, KnownUnits("trung-trac-2024-papi")));

    [Theory]
    [InlineData(UnitRole.Lead, "Văn phòng – Thống kê", "Văn phòng – Thống kê")]
    [InlineData(UnitRole.Lead, "Bộ phận TN&TKQ", "Bộ phận TN&TKQ")]
    [InlineData(UnitRole.Lead, "Tư pháp – Hộ tịch", "Tư pháp – Hộ tịch")]
    [InlineData(UnitRole.Lead, "Tài chính – Kế toán", "Tài chính – Kế toán")]
    [InlineData(UnitRole.Lead, "Lãnh đạo Đảng ủy, HĐND, UBND xã", "Lãnh đạo Đảng ủy xã + Lãnh đạo HĐND xã + Lãnh đạo UBND xã")]
    [InlineData(UnitRole.Lead, "Lãnh đạo UBND xã", "Lãnh đạo UBND xã")]
    [InlineData(UnitRole.Lead, "Đảng ủy, HĐND", "Đảng ủy xã + HĐND xã")]
    [InlineData(UnitRole.Lead, "Các cán bộ, công chức có sai phạm", "Các cán bộ, công chức có sai phạm")]
    [InlineData(UnitRole.Lead, "Văn phòng, thống kê", "Văn phòng – Thống kê")]
    [InlineData(UnitRole.Lead, "Đội ngũ cán bộ UBND xã", "Đội ngũ cán bộ UBND xã")]
    [InlineData(UnitRole.Lead, "Đội ngũ công chức UBND xã", "Đội ngũ công chức UBND xã")]
    [InlineData(UnitRole.Lead, "Thư ký ISO", "Thư ký ISO")]
    [InlineData(UnitRole.Coordinating, "Các ban, ngành có liên quan", "Các ban, ngành có liên quan")]
    [InlineData(UnitRole.Coordinating, "Bộ phận TN&TKQ", "Bộ phận TN&TKQ")]
    [InlineData(UnitRole.Coordinating, "Toàn thể CB,CC", "Toàn thể CB,CC UBND xã")]
    [InlineData(UnitRole.Coordinating, "Toàn thể CB,CC UBND xã", "Toàn thể CB,CC UBND xã")]
    [InlineData(UnitRole.Coordinating, "Văn phòng – Thống kê tổng hợp", "Văn phòng – Thống kê [tổng hợp]")]
    [InlineData(UnitRole.Coordinating, "Văn hóa – Xã hội", "Văn hóa – Xã hội")]
    public void The_cells_of_Thượng_Lộ_2020_are_split(UnitRole role, string cell, string units) =>
        Assert.Equal(units, Summary(cell, role, KnownUnits("thuong-lo-2020-cchc")));

    [Theory]
    [InlineData(UnitRole.Lead, "UBND xã", "UBND xã")]
    [InlineData(UnitRole.Lead, "Ba nhà trường trong xã", "Các trường trong xã")]
    [InlineData(UnitRole.Lead, "Công chức Vp- TK xã", "Công chức Văn phòng - Thống kê")]
    [InlineData(UnitRole.Implementing, "Công chức chuyên môn UBND xã; Đài truyền thanh xã", "Công chức chuyên môn + Đài truyền thanh xã")]
    [InlineData(UnitRole.Implementing, "Công chức Tư pháp xã", "Công chức Tư pháp - Hộ tịch")]
    [InlineData(UnitRole.Implementing, "Công chức VH-XH (LĐTBXH); Các thôn.", "Công chức Văn hóa - Xã hội (LĐTBXH) + Các thôn")]
    [InlineData(UnitRole.Implementing, "Công chức chuyên môn xã", "Công chức chuyên môn")]
    [InlineData(UnitRole.Implementing, "Công chức VP-TK xã", "Công chức Văn phòng - Thống kê")]
    [InlineData(UnitRole.Implementing, "Các nhà trường trong xã", "Các trường trong xã")]
    [InlineData(UnitRole.Implementing, "Các nhà trường phối hợp với MTTQ và các đoàn thể", "Các trường trong xã + Ủy ban MTTQ Việt Nam xã [phối hợp] as Coordinating + Các hội, đoàn thể [phối hợp] as Coordinating")]
    [InlineData(UnitRole.Implementing, "Công chức Địa chính GTTL", "Công chức Địa chính GTTL")]
    [InlineData(UnitRole.Implementing, "Công chức Địa chính xã", "Công chức Địa chính")]
    [InlineData(UnitRole.Implementing, "Công chức chuyên môn, Đài truyền thanh xã", "Công chức chuyên môn + Đài truyền thanh xã")]
    public void The_cells_of_Trưng_Trắc_2022_are_split(UnitRole role, string cell, string units) =>
        Assert.Equal(units, Summary(cell, role, KnownUnits("trung-trac-2022-papi")));

    [Theory]
    [InlineData(UnitRole.Lead, "UBND xã", "UBND xã")]
    [InlineData(UnitRole.Lead, "Văn phòng HĐND và UBND xã", "Văn phòng HĐND và UBND xã")]
    [InlineData(UnitRole.Lead, "UBND thành phố và xã, phường", "UBND thành phố + UBND xã, phường")]
    [InlineData(UnitRole.Lead, "Cán bộ, công chức và người lao động được giao nhiệm vụ tiếp nhận hồ sơ tại Bộ phận một cửa", "Cán bộ, công chức tiếp nhận hồ sơ tại Bộ phận một cửa xã")]
    [InlineData(UnitRole.Lead, "UBND và Công an xã", "UBND xã + Công an xã")]
    [InlineData(UnitRole.Lead, "Chủ tịch UBND xã", "Chủ tịch UBND xã")]
    [InlineData(UnitRole.Coordinating, "Các ngành có liên quan", "Các ngành có liên quan")]
    [InlineData(UnitRole.Coordinating, "Các ban ngành chuyên môn của xã", "Các ban ngành chuyên môn của xã")]
    [InlineData(UnitRole.Coordinating, "Trung tâm Văn hóa – HTCD xã và các ngành có liên quan", "Trung tâm Văn hóa – HTCĐ xã + Các ngành có liên quan")]
    [InlineData(UnitRole.Coordinating, "Bộ phận một cửa xã", "Bộ phận một cửa xã")]
    [InlineData(UnitRole.Coordinating, "Trung tâm Văn hóa – HTCĐ xã", "Trung tâm Văn hóa – HTCĐ xã")]
    [InlineData(UnitRole.Coordinating, "Trung tâm Văn hóa – HTCD xã", "Trung tâm Văn hóa – HTCĐ xã")]
    [InlineData(UnitRole.Coordinating, "Công chức Phụ trách Nội vụ", "Công chức Phụ trách Nội vụ")]
    [InlineData(UnitRole.Coordinating, "Bộ phận một cửa của xã", "Bộ phận một cửa xã")]
    [InlineData(UnitRole.Coordinating, "Trung tâm Văn hóa - HTCD xã", "Trung tâm Văn hóa – HTCĐ xã")]
    [InlineData(UnitRole.Coordinating, "Cán bộ, công chức, được phân công tiếp nhận hồ sơ tại Bộ phận một cửa xã", "Cán bộ, công chức tiếp nhận hồ sơ tại Bộ phận một cửa xã")]
    [InlineData(UnitRole.Coordinating, "Các đơn vị có liên quan", "Các đơn vị có liên quan")]
    [InlineData(UnitRole.Coordinating, "Trung tâm Văn hóa – HTCĐ xã và các ngành có liên quan", "Trung tâm Văn hóa – HTCĐ xã + Các ngành có liên quan")]
    [InlineData(UnitRole.Coordinating, "Văn phòng HĐND và UBND xã; Tổ chức, cá nhân có liên quan", "Văn phòng HĐND và UBND xã + Tổ chức, cá nhân có liên quan")]
    [InlineData(UnitRole.Coordinating, "Bộ phận một cửa xã và các ngành có liên quan", "Bộ phận một cửa xã + Các ngành có liên quan")]
    [InlineData(UnitRole.Lead, "Sở, ngành, địa phương", "Sở, ngành + Địa phương")]
    [InlineData(UnitRole.Lead, "Bộ phận một cửa xã", "Bộ phận một cửa xã")]
    [InlineData(UnitRole.Lead, "UBND cấp huyện", "UBND cấp huyện")]
    [InlineData(UnitRole.Lead, "VP HĐND và UBND xã", "Văn phòng HĐND và UBND xã")]
    [InlineData(UnitRole.Lead, "Sở, ngành", "Sở, ngành")]
    [InlineData(UnitRole.Lead, "Địa phương", "Địa phương")]
    [InlineData(UnitRole.Lead, "Sở Y tế chủ trì, phối hợp với Bảo hiểm xã hội tỉnh", "Sở Y tế [chủ trì] + Bảo hiểm xã hội tỉnh [phối hợp] as Coordinating")]
    [InlineData(UnitRole.Coordinating, "STTTT", "Sở Thông tin và Truyền thông")]
    [InlineData(UnitRole.Coordinating, "VPUB tỉnh", "Văn phòng UBND tỉnh")]
    [InlineData(UnitRole.Coordinating, "Các cơ quan có liên quan", "Các cơ quan có liên quan")]
    [InlineData(UnitRole.Coordinating, "STP", "Sở Tư pháp")]
    [InlineData(UnitRole.Coordinating, "STTT", "Sở Thông tin và Truyền thông")]
    [InlineData(UnitRole.Evaluator, "VPUB tỉnh", "Văn phòng UBND tỉnh")]
    public void The_cells_of_Mỹ_Hòa_Hưng_2024_are_split(UnitRole role, string cell, string units) =>
        Assert.Equal(units, Summary(cell, role, KnownUnits("my-hoa-hung-2024-kstthc")));

    [Theory]
    [InlineData(UnitRole.Lead, "Sở Nội vụ", "Sở Nội vụ")]
    [InlineData(UnitRole.Lead, "Sở Tài nguyên và Môi trường", "Sở Tài nguyên và Môi trường")]
    [InlineData(UnitRole.Lead, "Sở Tư pháp", "Sở Tư pháp")]
    [InlineData(UnitRole.Lead, "Thanh tra tỉnh", "Thanh tra tỉnh")]
    [InlineData(UnitRole.Lead, "Sở Y tế", "Sở Y tế")]
    [InlineData(UnitRole.Lead, "Sở Giáo dục và Đào tạo", "Sở Giáo dục và Đào tạo")]
    [InlineData(UnitRole.Lead, "Sở Thông tin và Truyền thông", "Sở Thông tin và Truyền thông")]
    [InlineData(UnitRole.Lead, "Sở Nội vụ, Sở Thông tin & Truyền thông; UBND cấp huyện, cấp xã", "Sở Nội vụ + Sở Thông tin và Truyền thông + UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Lead, "UBND cấp huyện, cấp xã", "UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Lead, "Sở Lao động, Thương binh và Xã hội", "Sở Lao động, Thương binh và Xã hội")]
    [InlineData(UnitRole.Lead, "Sở Tài chính", "Sở Tài chính")]
    [InlineData(UnitRole.Lead, "Sở Nội vụ Thanh tra tỉnh", "Sở Nội vụ + Thanh tra tỉnh")]
    [InlineData(UnitRole.Lead, "Thanh tra tỉnh; các sở, ngành, đơn vị thuộc tỉnh; UBND cấp huyện, cấp xã", "Thanh tra tỉnh + Các sở, ban, ngành tỉnh + UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Lead, "Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh")]
    [InlineData(UnitRole.Lead, "Sở Công thương", "Sở Công thương")]
    [InlineData(UnitRole.Implementing, "UBND cấp huyện, cấp xã; thôn, tổ dân phố", "UBND cấp huyện + UBND cấp xã + Thôn, tổ dân phố")]
    [InlineData(UnitRole.Implementing, "UBND cấp huyện, cấp xã", "UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Implementing, "Sở Nội vụ, UBND cấp huyện, cấp xã", "Sở Nội vụ + UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Implementing, "Sở Nội vụ; UBND cấp huyện, cấp xã", "Sở Nội vụ + UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Implementing, "Các sở, ban, ngành tỉnh; UBND cấp huyện", "Các sở, ban, ngành tỉnh + UBND cấp huyện")]
    [InlineData(UnitRole.Implementing, "Sở TNMT; UBND cấp huyện, cấp xã", "Sở Tài nguyên và Môi trường + UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Implementing, "Thanh tra các sở; UBND cấp huyện, UBND cấp xã", "Thanh tra các sở + UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Implementing, "Sở Tư pháp; UBND cấp huyện, UBND cấp xã", "Sở Tư pháp + UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Implementing, "Thanh tra tỉnh; Sở TN&MT; Sở Tài chính; Sở Xây dựng; VPUBND tỉnh; UBND cấp huyện", "Thanh tra tỉnh + Sở Tài nguyên và Môi trường + Sở Tài chính + Sở Xây dựng + Văn phòng UBND tỉnh + UBND cấp huyện")]
    [InlineData(UnitRole.Implementing, "Thanh tra Sở Y tế; các đơn vị trực thuộc Sở", "Thanh tra Sở Y tế + Các đơn vị trực thuộc Sở Y tế")]
    [InlineData(UnitRole.Implementing, "Thanh tra Sở GD&ĐT; UBND cấp huyện.", "Thanh tra Sở Giáo dục và Đào tạo + UBND cấp huyện")]
    [InlineData(UnitRole.Implementing, "Sở Nội vụ; Thanh tra tỉnh; các cơ quan, đơn vị có thẩm quyền tuyển dụng", "Sở Nội vụ + Thanh tra tỉnh + Các cơ quan, đơn vị có thẩm quyền tuyển dụng")]
    [InlineData(UnitRole.Implementing, "Các sở, ban, ngành thuộc UBND tỉnh; UBND cấp huyện và các cơ quan chuyên môn thuộc UBND cấp huyện; UBND cấp xã trên địa bàn tỉnh", "Các sở, ban, ngành tỉnh + UBND cấp huyện + Các cơ quan chuyên môn thuộc UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Implementing, "BHXH tỉnh; Sở Y tế", "BHXH tỉnh + Sở Y tế")]
    [InlineData(UnitRole.Implementing, "Sở GD&ĐT, UBND cấp huyện, cấp xã phối hợp với MTTQ và các đoàn thể", "Sở Giáo dục và Đào tạo + UBND cấp huyện + UBND cấp xã + Ủy ban MTTQ Việt Nam tỉnh [phối hợp] as Coordinating + Các đoàn thể [phối hợp] as Coordinating")]
    [InlineData(UnitRole.Implementing, "Sở Giao thông vận tải", "Sở Giao thông vận tải")]
    [InlineData(UnitRole.Implementing, "Sở TN&MT; UBND cấp huyện, cấp xã", "Sở Tài nguyên và Môi trường + UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Implementing, "Sở TN&MT, UBND cấp huyện, cấp xã", "Sở Tài nguyên và Môi trường + UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Implementing, "Văn phòng UBND tỉnh, Sở TT&TT", "Văn phòng UBND tỉnh + Sở Thông tin và Truyền thông")]
    [InlineData(UnitRole.Implementing, "Sở TT&TT; UBND cấp huyện, cấp xã", "Sở Thông tin và Truyền thông + UBND cấp huyện + UBND cấp xã")]
    public void The_cells_of_Hưng_Yên_2021_are_split(UnitRole role, string cell, string units) =>
        Assert.Equal(units, Summary(cell, role, KnownUnits("hung-yen-2021-papi")));

    [Theory]
    [InlineData(UnitRole.Lead, "Công chức VHXH (LĐTBX)", "Công chức VHXH [LĐTBX]")]
    [InlineData(UnitRole.Lead, "Công chức Văn phòng – Thống kê (Bộ phận phụ trách cổng thông tin điện tử huyện), Các thôn", "Công chức Văn phòng – Thống kê [Bộ phận phụ trách cổng thông tin điện tử huyện] + Các thôn")]
    [InlineData(UnitRole.Lead, "Công chức VH-XH, Đài truyền thanh xã", "Công chức VH-XH + Đài truyền thanh xã")]
    [InlineData(UnitRole.Coordinating, "Cán bộ, công chức liên quan", "Cán bộ, công chức liên quan")]
    [InlineData(UnitRole.Coordinating, "Ủy ban Mặt trận tổ quốc, Cán bộ, công chức liên quan", "Ủy ban Mặt trận tổ quốc + Cán bộ, công chức liên quan")]
    [InlineData(UnitRole.Coordinating, "Ủy ban Mặt trận Tổ quốc Việt Nam xã và các thôn", "Ủy ban Mặt trận Tổ quốc Việt Nam xã + Các thôn")]
    [InlineData(UnitRole.Coordinating, "Ủy ban MTTQ Việt Nam xã; Các thôn", "Ủy ban MTTQ Việt Nam xã + Các thôn")]
    [InlineData(UnitRole.Coordinating, "- Công chức Tư pháp; Cán bộ, công chức liên quan", "Công chức Tư pháp + Cán bộ, công chức liên quan")]
    [InlineData(UnitRole.Coordinating, "UBND xã, các thôn", "UBND xã + Các thôn")]
    [InlineData(UnitRole.Coordinating, "Khối Dân vận Đảng ủy, UBND xã", "Khối Dân vận Đảng ủy + UBND xã")]
    [InlineData(UnitRole.Coordinating, "Công chức chuyên môn và các thôn", "Công chức chuyên môn + Các thôn")]
    [InlineData(UnitRole.Coordinating, "Ủy ban Mặt trận Tổ quốc, các hội đoàn thể và thôn", "Ủy ban Mặt trận Tổ quốc + Các hội đoàn thể + Thôn")]
    [InlineData(UnitRole.Coordinating, "Thôn, Đài truyền thanh xã", "Thôn + Đài truyền thanh xã")]
    [InlineData(UnitRole.Coordinating, "Công chức VP-TK và các nhà trường", "Công chức VP-TK + Các nhà trường")]
    [InlineData(UnitRole.Lead, "Lãnh đạo Đảng ủy, HĐND, UBND xã", "Lãnh đạo Đảng ủy + Lãnh đạo HĐND + Lãnh đạo UBND xã")]
    [InlineData(UnitRole.Lead, "Đảng ủy, HĐND", "Đảng ủy + HĐND")]
    [InlineData(UnitRole.Lead, "Các cán bộ, công chức có sai phạm", "Các cán bộ, công chức có sai phạm")]
    [InlineData(UnitRole.Lead, "Văn phòng, thống kê", "Văn phòng, thống kê")]
    [InlineData(UnitRole.Coordinating, "Các ban, ngành có liên quan", "Các ban, ngành có liên quan")]
    [InlineData(UnitRole.Coordinating, "Toàn thể CB,CC", "Toàn thể CB,CC")]
    [InlineData(UnitRole.Coordinating, "Toàn thể CB,CC UBND xã", "Toàn thể CB,CC UBND xã")]
    [InlineData(UnitRole.Implementing, "Công chức chuyên môn UBND xã; Đài truyền thanh xã", "Công chức chuyên môn UBND xã + Đài truyền thanh xã")]
    [InlineData(UnitRole.Implementing, "Công chức VH-XH (LĐTBXH); Các thôn.", "Công chức VH-XH [LĐTBXH] + Các thôn")]
    [InlineData(UnitRole.Implementing, "Các nhà trường phối hợp với MTTQ và các đoàn thể", "Các nhà trường + MTTQ [phối hợp] as Coordinating + Các đoàn thể [phối hợp] as Coordinating")]
    [InlineData(UnitRole.Implementing, "Công chức chuyên môn, Đài truyền thanh xã", "Công chức chuyên môn + Đài truyền thanh xã")]
    [InlineData(UnitRole.Lead, "Văn phòng HĐND và UBND xã", "Văn phòng HĐND và UBND xã")]
    [InlineData(UnitRole.Lead, "UBND thành phố và xã, phường", "UBND thành phố + UBND xã, phường")]
    [InlineData(UnitRole.Lead, "Cán bộ, công chức và người lao động được giao nhiệm vụ tiếp nhận hồ sơ tại Bộ phận một cửa", "Cán bộ, công chức và người lao động được giao nhiệm vụ tiếp nhận hồ sơ tại Bộ phận một cửa")]
    [InlineData(UnitRole.Lead, "UBND và Công an xã", "UBND xã + Công an xã")]
    [InlineData(UnitRole.Coordinating, "Trung tâm Văn hóa – HTCD xã và các ngành có liên quan", "Trung tâm Văn hóa – HTCD xã + Các ngành có liên quan")]
    [InlineData(UnitRole.Coordinating, "Cán bộ, công chức, được phân công tiếp nhận hồ sơ tại Bộ phận một cửa xã", "Cán bộ, công chức, được phân công tiếp nhận hồ sơ tại Bộ phận một cửa xã")]
    [InlineData(UnitRole.Coordinating, "Trung tâm Văn hóa – HTCĐ xã và các ngành có liên quan", "Trung tâm Văn hóa – HTCĐ xã + Các ngành có liên quan")]
    [InlineData(UnitRole.Coordinating, "Văn phòng HĐND và UBND xã; Tổ chức, cá nhân có liên quan", "Văn phòng HĐND và UBND xã + Tổ chức, cá nhân có liên quan")]
    [InlineData(UnitRole.Coordinating, "Bộ phận một cửa xã và các ngành có liên quan", "Bộ phận một cửa xã + Các ngành có liên quan")]
    [InlineData(UnitRole.Lead, "Sở, ngành, địa phương", "Sở, ngành + Địa phương")]
    [InlineData(UnitRole.Lead, "VP HĐND và UBND xã", "VP HĐND và UBND xã")]
    [InlineData(UnitRole.Lead, "Sở, ngành", "Sở, ngành")]
    [InlineData(UnitRole.Lead, "Sở Y tế chủ trì, phối hợp với Bảo hiểm xã hội tỉnh", "Sở Y tế [chủ trì] + Bảo hiểm xã hội tỉnh [phối hợp] as Coordinating")]
    [InlineData(UnitRole.Lead, "Sở Tài nguyên và Môi trường", "Sở Tài nguyên và Môi trường")]
    [InlineData(UnitRole.Lead, "Sở Giáo dục và Đào tạo", "Sở Giáo dục và Đào tạo")]
    [InlineData(UnitRole.Lead, "Sở Thông tin và Truyền thông", "Sở Thông tin và Truyền thông")]
    [InlineData(UnitRole.Lead, "Sở Nội vụ, Sở Thông tin & Truyền thông; UBND cấp huyện, cấp xã", "Sở Nội vụ + Sở Thông tin & Truyền thông + UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Lead, "UBND cấp huyện, cấp xã", "UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Lead, "Sở Lao động, Thương binh và Xã hội", "Sở Lao động, Thương binh và Xã hội")]
    [InlineData(UnitRole.Lead, "Thanh tra tỉnh; các sở, ngành, đơn vị thuộc tỉnh; UBND cấp huyện, cấp xã", "Thanh tra tỉnh + Các sở, ngành, đơn vị thuộc tỉnh + UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Implementing, "UBND cấp huyện, cấp xã; thôn, tổ dân phố", "UBND cấp huyện + UBND cấp xã + Thôn, tổ dân phố")]
    [InlineData(UnitRole.Implementing, "Sở Nội vụ, UBND cấp huyện, cấp xã", "Sở Nội vụ + UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Implementing, "Sở Nội vụ; UBND cấp huyện, cấp xã", "Sở Nội vụ + UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Implementing, "Các sở, ban, ngành tỉnh; UBND cấp huyện", "Các sở, ban, ngành tỉnh + UBND cấp huyện")]
    [InlineData(UnitRole.Implementing, "Sở TNMT; UBND cấp huyện, cấp xã", "Sở TNMT + UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Implementing, "Thanh tra các sở; UBND cấp huyện, UBND cấp xã", "Thanh tra các sở + UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Implementing, "Sở Tư pháp; UBND cấp huyện, UBND cấp xã", "Sở Tư pháp + UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Implementing, "Thanh tra tỉnh; Sở TN&MT; Sở Tài chính; Sở Xây dựng; VPUBND tỉnh; UBND cấp huyện", "Thanh tra tỉnh + Sở TN&MT + Sở Tài chính + Sở Xây dựng + VPUBND tỉnh + UBND cấp huyện")]
    [InlineData(UnitRole.Implementing, "Thanh tra Sở Y tế; các đơn vị trực thuộc Sở", "Thanh tra Sở Y tế + Các đơn vị trực thuộc Sở")]
    [InlineData(UnitRole.Implementing, "Thanh tra Sở GD&ĐT; UBND cấp huyện.", "Thanh tra Sở GD&ĐT + UBND cấp huyện")]
    [InlineData(UnitRole.Implementing, "Sở Nội vụ; Thanh tra tỉnh; các cơ quan, đơn vị có thẩm quyền tuyển dụng", "Sở Nội vụ + Thanh tra tỉnh + Các cơ quan, đơn vị có thẩm quyền tuyển dụng")]
    [InlineData(UnitRole.Implementing, "Các sở, ban, ngành thuộc UBND tỉnh; UBND cấp huyện và các cơ quan chuyên môn thuộc UBND cấp huyện; UBND cấp xã trên địa bàn tỉnh", "Các sở, ban, ngành thuộc UBND tỉnh + UBND cấp huyện + Các cơ quan chuyên môn thuộc UBND cấp huyện + UBND cấp xã trên địa bàn tỉnh")]
    [InlineData(UnitRole.Implementing, "BHXH tỉnh; Sở Y tế", "BHXH tỉnh + Sở Y tế")]
    [InlineData(UnitRole.Implementing, "Sở GD&ĐT, UBND cấp huyện, cấp xã phối hợp với MTTQ và các đoàn thể", "Sở GD&ĐT + UBND cấp huyện + UBND cấp xã + MTTQ [phối hợp] as Coordinating + Các đoàn thể [phối hợp] as Coordinating")]
    [InlineData(UnitRole.Implementing, "Sở TN&MT; UBND cấp huyện, cấp xã", "Sở TN&MT + UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Implementing, "Sở TN&MT, UBND cấp huyện, cấp xã", "Sở TN&MT + UBND cấp huyện + UBND cấp xã")]
    [InlineData(UnitRole.Implementing, "Văn phòng UBND tỉnh, Sở TT&TT", "Văn phòng UBND tỉnh + Sở TT&TT")]
    [InlineData(UnitRole.Implementing, "Sở TT&TT; UBND cấp huyện, cấp xã", "Sở TT&TT + UBND cấp huyện + UBND cấp xã")]
    public void Cells_are_split_without_knowing_the_units(UnitRole role, string cell, string units) =>
        Assert.Equal(units, Summary(cell, role, new UnitRegister(Issuer)));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(" - ; , .")]
    [InlineData("()")]
    [InlineData("…")]
    [InlineData(null)]
    public void A_cell_without_a_letter_names_no_unit(string? cell) =>
        Assert.Empty(UnitCell.Split(cell, UnitRole.Lead, new UnitRegister(Issuer)));

    [Fact]
    public void An_unknown_name_becomes_one_unit_however_often_it_is_named()
    {
        var register = new UnitRegister(Issuer);

        var first = UnitCell.Split("trạm Thú y xã", UnitRole.Lead, register)[0].Unit;
        var second = UnitCell.Split("Trạm thú  y xã", UnitRole.Lead, register)[0].Unit;

        Assert.Same(first, second);
        Assert.Equal(("x/tram-thu-y-xa", "Trạm Thú y xã", false), (first.Id, first.Name, first.IsListed));
    }

    [Fact]
    public void The_longest_known_name_is_taken()
    {
        var register = new UnitRegister(Issuer);
        register.Add("Văn phòng", []);
        register.Add("UBND xã", []);
        register.Add("Văn phòng HĐND và UBND xã", []);

        Assert.Equal(
            "Văn phòng HĐND và UBND xã + UBND xã + Văn phòng",
            Summary("Văn phòng HĐND và UBND xã, UBND xã và Văn phòng", UnitRole.Lead, register));
    }

    [Fact]
    public void Each_assignment_keeps_its_piece_of_the_cell()
    {
        var assignments = UnitCell.Split(
            "Sở Nội vụ, UBND cấp huyện, cấp xã phối hợp với MTTQ", UnitRole.Implementing, KnownUnits("hung-yen-2021-papi"));

        Assert.Equal(["Sở Nội vụ", "UBND cấp huyện", "cấp xã", "MTTQ"], assignments.Select(assignment => assignment.Printed));
    }

    [Fact]
    public void Any_cell_is_split_and_never_fails()
    {
        string[] words = ["UBND", "xã", ",", ";", " và ", "(", ")", "Sở", "chủ trì", "phối hợp với", "cấp", "Lãnh đạo", "các", "ban", "-", ".", "tổng hợp", "  "];
        var cells = Gen.Elements(words).ListOf().Select(parts => string.Join(' ', parts)).ToArbitrary();

        Prop.ForAll(cells, NamesOnlyUnits).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
        Prop.ForAll<string>(cell => NamesOnlyUnits(cell ?? "")).QuickCheckThrowOnFailure();
    }

    private static Issuer Issuer { get; } = new() { Id = "x", Name = "UBND xã X", Place = "X" };

    private static bool NamesOnlyUnits(string cell) => UnitCell.Split(cell, UnitRole.Lead, new UnitRegister(Issuer))
        .All(assignment => assignment.Unit.Name.Length > 0 && assignment.Printed.Length > 0);

    private static UnitRegister KnownUnits(string planId)
    {
        var register = new UnitRegister(Issuer);
        foreach (var unit in SeedFiles.Plan(planId).Units.Where(unit => unit.IsListed))
        {
            register.Add(unit.Name, unit.Aliases);
        }

        return register;
    }

    private static string Summary(string cell, UnitRole role, UnitRegister register) =>
        string.Join(" + ", UnitCell.Split(cell, role, register).Select(assignment =>
            assignment.Unit.Name
            + (assignment.Qualifier is { } qualifier ? $" [{qualifier}]" : "")
            + (assignment.Role == role ? "" : $" as {assignment.Role}")));
}
