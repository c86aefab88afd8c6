using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovGraph.Plans;
using GovGraph.Plans.Documents;

namespace GovGraph.Server.SamplePlans;

/// <summary>Makes plans for load tests, out of the published ones. The same seed and number give the same plan, however many are made.</summary>
/// <remarks>A province and its communes write a plan each, then the next, until all have three programs in ten years, the last year first; then comes the next province, and after the last one the ten years before.</remarks>
internal sealed class SamplePlanMaker(string templates, ulong seed)
{
    private const int LastYear = 2025;
    private const int Years = 10;
    private const int Decades = 2;
    private const int Programs = 3;

    private static readonly int s_inProvince = Body.InProvince * Years * Programs;
    private static readonly int s_inDecade = Body.Count * Years * Programs;
    private static readonly string[] s_family = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ"];
    private static readonly string[] s_middle = ["Văn", "Thị", "Hữu", "Đức", "Minh", "Quốc", "Thanh", "Ngọc"];
    private static readonly string[] s_given = ["An", "Bình", "Chính", "Dũng", "Hà", "Hương", "Khoa", "Lan", "Nam", "Phúc", "Sơn", "Thảo", "Tuấn", "Vinh"];

    private readonly Template[] _cchc = [Template.Read(templates, "thuong-lo-2020-cchc", 2020, ["Thượng Lộ"], ["Nam Đông"], ["Thừa Thiên Huế"])];
    private readonly Template[] _kstthc = [Template.Read(templates, "my-hoa-hung-2024-kstthc", 2024, ["Mỹ Hòa Hưng"], ["Long Xuyên"], ["An Giang"])];
    private readonly Template[] _provincePapi = [Template.Read(templates, "hung-yen-2021-papi", 2021, [], [], ["Hưng Yên"])];
    private readonly Template[] _communePapi =
    [
        Template.Read(templates, "trung-trac-2022-papi", 2022, ["Trưng Trắc", "Trung Trắc"], ["Văn Lâm"], ["Hưng Yên"]),
        Template.Read(templates, "trung-trac-2024-papi", 2024, ["Trưng Trắc"], ["Văn Lâm"], ["Hưng Yên"]),
    ];

    /// <summary>How many different ones there are: all provinces and communes, twenty years.</summary>
    public static int Most { get; } = s_inDecade * Decades;

    public Plan Make(int number)
    {
        var (decade, inDecade) = Math.DivRem(number, s_inDecade);
        var (province, inProvince) = Math.DivRem(inDecade, s_inProvince);
        var (round, ofProvince) = Math.DivRem(inProvince, Body.InProvince);
        var body = Body.At((province * Body.InProvince) + ofProvince);
        var yearsAgo = (decade * Years) + (round / Programs);
        var program = (ReformProgram)((round + ofProvince) % Programs);
        var draw = new Draw(unchecked((seed * 0xD1342543DE82EF95) + (ulong)number));
        var reading = PlanFile.Read(JsonSerializer.SerializeToUtf8Bytes(Write(body, LastYear - yearsAgo, program, draw)));
        return reading is { Plan: { } plan, UnknownDeadlines: [] }
            ? plan
            : throw new UnreachableException($"The sample plan {number} of {seed} can't be read: {string.Join("; ", reading.Faults)} {string.Join("; ", reading.UnknownDeadlines)}");
    }

    private JsonObject Write(Body body, int year, ReformProgram program, Draw draw)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{body.Id}-{year}-{program.ToString().ToLowerInvariant()}");
        var plan = draw.Of(TemplatesFor(body, program)).For(body, year, id);
        var (day, month) = (draw.Between(2, 28), draw.Between(1, 2));
        plan["level"] = body.IsProvince ? "PROVINCE" : "COMMUNE";

        // The programs of one body and year never share a number.
        plan["number"] = Text($"{(Programs * draw.Between(1, 60)) + (int)program}/KH-UBND");
        plan["date"] = new JsonObject { ["text"] = Text($"ngày {day:00} tháng {month:00} năm {year}"), ["year"] = year, ["month"] = month, ["day"] = day };
        plan["issuer"] = new JsonObject
        {
            ["id"] = body.Id,
            ["name"] = body.Name,
            ["place"] = body.Place,
            ["superior"] = body.IsProvince ? null : new JsonArray($"UBND {body.ProvinceKind} {body.Province}"),
        };
        plan["place"] = body.Place;
        plan["signatory"] = new JsonObject
        {
            ["authority"] = "TM. ỦY BAN NHÂN DÂN",
            ["position"] = "CHỦ TỊCH",
            ["name"] = $"{draw.Of(s_family)} {draw.Of(s_middle)} {draw.Of(s_given)}",
        };
        new SampleTable(plan, body, year, isLastYear: year == LastYear, draw).Fill();
        return plan;
    }

    private Template[] TemplatesFor(Body body, ReformProgram program) => program switch
    {
        ReformProgram.Cchc => _cchc,
        ReformProgram.Kstthc => _kstthc,
        _ => body.IsProvince ? _provincePapi : _communePapi,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
