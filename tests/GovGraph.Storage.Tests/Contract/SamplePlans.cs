using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using GovGraph.Plans;
using GovGraph.Plans.Documents;

namespace GovGraph.Storage.Tests.Contract;

/// <summary>Small made-up plans with every kind of value a filter can meet: missing ones, damaged ones, doubled titles, units of several spellings.</summary>
public static class SamplePlans
{
    private static readonly string[] Places = ["An Bình", "Bình Đông", "Đại Lộc", "Ea Súp"];
    private static readonly string[] Programs = ["CCHC", "PAPI", "KSTTHC"];
    private static readonly string[] Levels = ["COMMUNE", "DISTRICT", "PROVINCE"];

    private static readonly string?[] Titles =
    [
        "Ban hành kế hoạch kiểm tra", "Bàn hành chính công", "Đẩy mạnh tuyên truyền", "Day dứt điểm hồ sơ", "Rà soát 2 thủ tục",
        "Rà soát 10 thủ tục", "rà  soát 2 THỦ TỤC", "Công khai \"đường dây nóng\" 100%", "Kế hoạch (số 1) \\ [a-z]*", null,
    ];

    private static readonly string?[] Deadlines =
    [
        "Trước ngày 30/3/2024", "05/02/2024", "Tháng 4/2024", "Quý II năm 2024", "Năm 2024", "Thường xuyên", "Khi có yêu cầu", "31/12/2023", null,
        "- Ban hành Kế hoạch trước 28/02/2024; - Báo cáo trước ngày 30/3/2024; - Tổng kết trước 31/12/2024", "Từ 01/3/2024 đến 30/6/2024",
    ];

    private static readonly string?[] Leads = ["UBND xã", "ubnd cấp xã", "Công chức VP – TK", "Văn phòng HĐND và UBND xã", "Các thôn", null];

    private static readonly string[] Targets = ["Tối thiểu 80", "100", "từ 80 đến dưới 90 điểm", "Có"];

    private static readonly string?[] Budgets = [null, null, "1.500.000", "12.000.000", "0"];

    /// <summary>Twelve plans: of each place one a year.</summary>
    public static ImmutableArray<Plan> All { get; } =
        [.. from place in Enumerable.Range(0, Places.Length) from year in Enumerable.Range(2022, 3) select Make(place, year)];

    /// <summary>A plan of its own body, <c>issuer-2024-cchc</c>, with this many tasks and indicators below one area, and perhaps a spelling of its own for the people's committee.</summary>
    public static Plan Small(string issuer, int tasks, int year = 2024, string? alias = null, int indicators = 0, string? evidenceRule = null)
    {
        var id = $"{issuer}-{year}-cchc";
        var units = Units(isLayered: true);
        if (alias is not null)
        {
            units[0]!["aliases"]!.AsArray().Add((JsonNode)alias);
        }

        return Read(new JsonObject
        {
            ["schemaVersion"] = 1,
            ["id"] = id,
            ["title"] = "Kế hoạch nhỏ",
            ["year"] = year,
            ["program"] = "CCHC",
            ["level"] = "COMMUNE",
            ["issuer"] = new JsonObject { ["id"] = issuer, ["name"] = "UBND xã Nhỏ", ["place"] = "Nhỏ" },
            ["evidenceRule"] = evidenceRule,
            ["units"] = units,
            ["areas"] = new JsonArray(new JsonObject
            {
                ["code"] = "1",
                ["title"] = "Chung",
                ["tasks"] = new JsonArray([.. Enumerable.Range(1, tasks).Select(number => Task(id, $"1.{number}", number))]),
                ["indicators"] = new JsonArray([.. Enumerable.Range(1, indicators).Select(number => Indicator($"2.{number}", number))]),
            }),
        });
    }

    private static Plan Make(int place, int year)
    {
        var program = Programs[(place + year) % Programs.Length];
        var id = $"{Slug(Places[place])}-{year}-{program.ToLowerInvariant()}";
        var salt = place * 7 + year;
        var plan = new JsonObject
        {
            ["schemaVersion"] = 1,
            ["id"] = id,
            ["title"] = place == 3 ? "Kế hoạch cải cách hành chính" : $"Kế hoạch năm {year} của {Places[place]}",
            ["number"] = place == 1 ? null : $"{salt % 30:d2}/KH-UBND",
            ["date"] = Date(place, year),
            ["year"] = year,
            ["program"] = program,
            ["level"] = Levels[place % Levels.Length],
            ["issuer"] = Issuer(Places[place]),
            ["units"] = Units(isLayered: year != 2022),
            ["areas"] = new JsonArray([.. Enumerable.Range(1, 2 + salt % 3).Select(area => Area(id, area, salt))]),
            ["damage"] = place == 2 ? new JsonArray(Damage("number")) : null,
        };
        return Read(plan);
    }

    private static JsonObject? Date(int place, int year) => place switch
    {
        0 => null,
        1 => new JsonObject { ["text"] = $"ngày … tháng 01 năm {year}", ["year"] = year, ["month"] = 1 },
        _ => new JsonObject { ["text"] = $"ngày {place}/01/{year}", ["year"] = year, ["month"] = 1, ["day"] = place },
    };

    private static JsonObject Area(string plan, int area, int salt)
    {
        var components = Enumerable.Range(0, (area + salt) % 3).Select(component => new JsonObject
        {
            ["code"] = $"{area}.{(char)('a' + component)}",
            ["title"] = Titles[(salt + component + area) % Titles.Length],
            ["tasks"] = Tasks(plan, $"{area}.{(char)('a' + component)}", salt + component, (salt + area) % 4),
        });
        return new JsonObject
        {
            ["code"] = $"{area}",
            ["title"] = (area + salt) % 5 == 0 ? null : $"Lĩnh vực {area}",
            ["components"] = new JsonArray([.. components]),
            ["groups"] = salt % 2 == 0 ? new JsonArray(new JsonObject { ["code"] = $"{area}.I", ["title"] = "Nhóm việc", ["budget"] = "3.000.000" }) : null,
            ["tasks"] = Tasks(plan, $"{area}", salt * 3 + area, (salt + area) % 6, salt % 2 == 0 ? $"{area}.I" : null),
        };
    }

    private static JsonArray Tasks(string plan, string code, int salt, int count, string? group = null) =>
        new([.. Enumerable.Range(1, count).Select(number => Task(plan, $"{code}#{number}", salt * 5 + number, number % 2 == 0 ? group : null))]);

    private static JsonObject Task(string plan, string code, int salt, string? group = null) => new()
    {
        ["id"] = $"{plan}/{code}",
        ["code"] = code,
        ["group"] = group,
        ["title"] = Titles[salt % Titles.Length],
        ["items"] = salt % 4 == 1 ? new JsonArray("Điểm thứ nhất", "Điểm thứ hai") : null,
        ["target"] = salt % 3 == 0 ? "100% hồ sơ đúng hạn" : null,
        ["expectedResult"] = salt % 2 == 0 ? "Báo cáo,\nQuyết định" : null,
        ["lead"] = Leads[salt % Leads.Length],
        ["coordinating"] = Leads[salt / 3 % Leads.Length],
        ["deadline"] = Deadlines[salt % Deadlines.Length],
        ["budget"] = Budgets[salt % Budgets.Length],
        ["note"] = salt % 7 == 0 ? "Ghi chú" : null,
        ["damage"] = salt % 11 == 0 ? new JsonArray(Damage("note")) : null,
    };

    private static JsonObject Indicator(string code, int salt) => new()
    {
        ["code"] = code,
        ["title"] = Titles[salt % Titles.Length] ?? "Tỷ lệ hồ sơ đúng hạn",
        ["unit"] = "%",
        ["target"] = Targets[salt % Targets.Length],
        ["lead"] = Leads[salt % Leads.Length],
    };

    private static JsonObject Damage(string field) => new() { ["field"] = field, ["kind"] = "LOST", ["remark"] = "The page is torn." };

    private static JsonObject Issuer(string place) => new() { ["id"] = Slug(place), ["name"] = $"UBND xã {place}", ["place"] = place };

    private static JsonArray Units(bool isLayered) => new(
        new JsonObject { ["name"] = "UBND xã", ["aliases"] = new JsonArray("UBND cấp xã") },
        new JsonObject
        {
            ["name"] = "Công chức Văn phòng - Thống kê",
            ["aliases"] = new JsonArray("Công chức VP-TK"),
            ["under"] = isLayered ? "Văn phòng HĐND và UBND xã" : null,
        },
        new JsonObject { ["name"] = "Văn phòng HĐND và UBND xã", ["under"] = isLayered ? "UBND xã" : null },
        new JsonObject { ["name"] = "Các thôn" });

    private static string Slug(string place) => place switch
    {
        "An Bình" => "an-binh",
        "Bình Đông" => "binh-dong",
        "Đại Lộc" => "dai-loc",
        _ => "ea-sup",
    };

    private static Plan Read(JsonObject document)
    {
        RemoveNulls(document);
        var reading = PlanFile.Read(Encoding.UTF8.GetBytes(document.ToJsonString()));
        return reading.Plan ?? throw new InvalidOperationException(string.Join('\n', reading.Faults));
    }

    private static void RemoveNulls(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                RemoveNulls(item);
            }
        }
        else if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToList())
            {
                if (value is null or JsonArray { Count: 0 })
                {
                    members.Remove(name);
                }
                else
                {
                    RemoveNulls(value);
                }
            }
        }
    }
}
