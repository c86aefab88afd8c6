using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Comparison;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Tests.Seeds;
using Xunit;

namespace GovGraph.Plans.Tests.Comparison;

/// <summary>The commune's plans of two years, and the province's beside the commune's, compared by hand.</summary>
public sealed class PlanComparisonTests
{
    private static readonly PlanComparison s_years = Compare("trung-trac-2022-papi", "trung-trac-2024-papi");
    private static readonly PlanComparison s_levels = Compare("hung-yen-2021-papi", "trung-trac-2022-papi");

    [Fact]
    public void Areas_whose_headings_are_lost_are_found_by_their_components() => Assert.Equal(
        ["1=1 Title", "2=3 Title", "3=4 Parts", "4=5 Parts", "5=6 Parts", "6=7 Parts", "7=8 Parts", "8=9 Title", "+2"],
        s_years.Areas.Select(Line));

    [Fact]
    public void Components_are_found_by_title_in_areas_that_are_the_same() => Assert.Equal(
        [
            "1.a=1.a Title", "1.b=1.b Title", "2.a=3.a Title", "2.b=3.b Title", "3.b=4.b Title", "4.b=5.b Title", "5.a=6.a Label", "5.b=6.b Title",
            "5.c=6.c Title", "6.b=7.b Title", "6.c=7.c Title", "7.b=8.b Title", "8.a=9.a SimilarTitle",
            "+1.c", "+1.d", "+2.a", "+2.b", "+2.c", "+2.d", "+3.c", "+3.d", "+4.a", "+4.c", "+5.a", "+5.c", "+5.d", "+7.a", "+7.d", "+8.a", "+9.b", "+9.c",
        ],
        s_years.Components.Select(Line));

    [Fact]
    public void Of_the_tasks_of_2022_one_is_there_in_2024()
    {
        var kept = Assert.Single(s_years.Tasks, pair => pair.Before is not null && pair.After is not null);

        Assert.Equal(("8.a#1", "9.a#1", MatchedBy.SimilarTitle, 0.94), (kept.Before!.Code, kept.After!.Code, kept.MatchedBy, Math.Round(kept.Similarity!.Value, 2)));
        Assert.Equal([TaskChange.Title], kept.Changes);
        Assert.Equal((11, 61), (s_years.Tasks.Count(pair => pair.Outcome == ComparisonOutcome.Dropped), s_years.Tasks.Count(pair => pair.Outcome == ComparisonOutcome.New)));
    }

    [Fact]
    public void The_commune_takes_over_what_the_province_printed_and_leads_it_itself() => Assert.Equal(
        [
            "1.a#1 Title, LeadUnits, DeadlineText, Deadline: UBND xã for Sở Nội vụ, Sở Thông tin và Truyền thông, UBND cấp huyện, UBND cấp xã",
            "1.b#1 LeadUnits: UBND xã for Sở Nội vụ",
            "2.b#1 LeadUnits, DeadlineText: UBND xã for Sở Lao động, Thương binh và Xã hội",
            "3.b#1 Title, LeadUnits: UBND xã for Thanh tra tỉnh",
            "4.b#1 LeadUnits: UBND xã for Sở Y tế",
            "4.b#2 LeadUnits, DeadlineText: UBND xã for Sở Giáo dục và Đào tạo",
            "6.b#1 LeadUnits, DeadlineText: Các trường trong xã for Sở Giáo dục và Đào tạo",
            "7.b#1 LeadUnits, DeadlineText: UBND xã for Sở Tài nguyên và Môi trường",
            "8.a#1 Title, LeadUnits: Công chức Văn phòng - Thống kê for Sở Thông tin và Truyền thông",
        ],
        s_levels.Tasks.Where(pair => pair.Outcome == ComparisonOutcome.Changed).Select(pair =>
            $"{pair.Before!.Code} {string.Join(", ", pair.Changes)}: {string.Join(", ", pair.NewLeadUnits.Select(unit => unit.Name))} for {string.Join(", ", pair.DroppedLeadUnits.Select(unit => unit.Name))}"));

    [Fact]
    public void A_year_s_deadline_means_the_same_in_the_plan_of_another_year()
    {
        var task = s_levels.Tasks.Single(pair => pair.Before?.Code == "6.b#1");

        Assert.Equal(("Trong năm 2021", "Trong năm 2022"), (task.Before!.Deadline.Text, task.After!.Deadline.Text));
        Assert.DoesNotContain(TaskChange.Deadline, task.Changes);
    }

    [Theory, MemberData(nameof(SeedFiles.All), MemberType = typeof(SeedFiles))]
    public void A_plan_beside_itself_has_not_changed(string id)
    {
        var comparison = Compare(id, id);

        Assert.All(comparison.Areas, pair => Assert.Same(pair.Before, pair.After));
        Assert.All(comparison.Components, pair => Assert.Same(pair.Before, pair.After));
        Assert.All(comparison.Tasks, pair => Assert.Equal((pair.Before!.Id, ComparisonOutcome.Unchanged), (pair.After!.Id, pair.Outcome)));
    }

    [Fact]
    public void Whatever_was_is_told_once_and_so_is_whatever_is()
    {
        foreach (var (before, after) in from before in SeedFiles.Ids from after in SeedFiles.Ids select (SeedFiles.Plan(before), SeedFiles.Plan(after)))
        {
            var comparison = PlanComparison.Of(before, after);

            Assert.Equal(before.Tasks, comparison.Tasks.Select(pair => pair.Before).OfType<PlanTask>());
            Assert.Equal(after.Tasks.OrderBy(task => task.Ordinal), comparison.Tasks.Select(pair => pair.After).OfType<PlanTask>().OrderBy(task => task.Ordinal));
            Assert.Equal(before.Areas, comparison.Areas.Select(pair => pair.Before).OfType<Area>());
        }
    }

    [Fact]
    public void Thousands_of_rows_that_are_all_alike_are_compared_as_far_as_there_is_time()
    {
        var (before, after) = (Huge("kế hoạch lần thứ"), Huge("kế hoạch đợt thứ"));
        var watch = Stopwatch.StartNew();

        var comparison = PlanComparison.Of(before, after);

        Assert.True(comparison.IsLimited);
        Assert.Equal(6000, comparison.Tasks.Length);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    private static PlanComparison Compare(string before, string after) => PlanComparison.Of(SeedFiles.Plan(before), SeedFiles.Plan(after));

    private static string Line(Compared<Area> pair) => Line(pair.Before?.Code, pair.After?.Code, pair.MatchedBy);

    private static string Line(Compared<Component> pair) => Line(pair.Before?.Code, pair.After?.Code, pair.MatchedBy);

    private static string Line(string? before, string? after, MatchedBy? by) => before is null ? $"+{after}" : after is null ? $"-{before}" : $"{before}={after} {by}";

    private static Plan Huge(string title)
    {
        var document = JsonNode.Parse(SeedFiles.Bytes("trung-trac-2022-papi"))!.AsObject();
        document["areas"] = new JsonArray(new JsonObject
        {
            ["code"] = "1",
            ["title"] = "Chung",
            ["tasks"] = new JsonArray([.. Enumerable.Range(1, 3000).Select(number => new JsonObject
            {
                ["id"] = $"trung-trac-2022-papi/1.{number}",
                ["code"] = $"1.{number}",
                ["title"] = $"Ban hành {title} {number}",
            })]),
        });
        var reading = PlanFile.Read(Encoding.UTF8.GetBytes(document.ToJsonString()));
        return reading.Plan ?? throw new InvalidOperationException(string.Join('\n', reading.Faults.Take(3)));
    }
}
