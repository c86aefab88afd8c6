using System.Globalization;
using System.Text.Json.Nodes;

namespace GovGraph.Server.SamplePlans;

/// <summary>What has happened to the tasks of a sample plan: nearly all is done in past years, less than half in the last one.</summary>
internal static class Progress
{
    private static readonly string[] s_documents = ["QĐ-UBND", "KH-UBND", "BC-UBND", "CV-UBND", "TB-UBND"];
    private static readonly string[] s_notes = ["Đã ban hành", "Đã thực hiện xong", "Đã báo cáo cấp trên", "Hoàn thành đúng tiến độ"];
    private static readonly string[] s_reasons = ["Chờ hướng dẫn của cấp trên", "Không phát sinh trong năm", "Điều chỉnh sang năm sau"];

    /// <summary>Writes status and evidence into a task, and gives its version.</summary>
    public static long Add(JsonObject task, Draw draw, Body body, int year, bool isLastYear)
    {
        var lot = draw.Below(100);
        var (completed, inProgress) = isLastYear ? (40, 65) : (88, 91);
        var day = new DateOnly(year, draw.Between(1, 12), draw.Between(1, 28));
        if (lot < completed)
        {
            task["status"] = "COMPLETED";
            task["completedOn"] = Day(day);
            if (draw.Percent(60)) task["statusNote"] = draw.Of(s_notes);
            return Version(task, 2 + AddEvidence(task, draw, body, day, draw.Between(1, 3)));
        }

        if (lot < inProgress)
        {
            task["status"] = "IN_PROGRESS";
            return Version(task, 2 + AddEvidence(task, draw, body, day, draw.Below(2)));
        }

        if (isLastYear && lot < 94) return 1;
        task["status"] = draw.Percent(50) ? "SUSPENDED" : "CANCELLED";
        task["statusNote"] = draw.Of(s_reasons);
        return Version(task, 2);
    }

    private static long Version(JsonObject task, long version)
    {
        task["version"] = version;
        return version;
    }

    private static int AddEvidence(JsonObject task, Draw draw, Body body, DateOnly day, int count)
    {
        if (count == 0) return 0;
        var number = draw.Between(1, 200);
        task["evidence"] = new JsonArray([.. Enumerable.Range(1, count).Select(ordinal =>
        {
            var item = new JsonObject { ["id"] = Text($"{task["id"]}/evidence/{ordinal}") };
            if (draw.Percent(75))
            {
                item["kind"] = "DOCUMENT";
                item["number"] = Text($"{number + ordinal}/{draw.Of(s_documents)}");
                item["date"] = Day(day);
                item["issuer"] = body.Name;
            }
            else
            {
                item["kind"] = "LINK";
                item["title"] = "Trang thông tin điện tử";
                item["url"] = Text($"https://{body.Id}.example.vn/van-ban/{day.Year}/{number + ordinal}");
            }

            item["addedAt"] = Text($"{Day(day)}T{draw.Between(7, 17):00}:{draw.Below(60):00}:00+07:00");
            return item;
        })]);
        return count;
    }

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
