using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Units;
using Xunit;

namespace GovGraph.Plans.Tests.Seeds;

/// <summary>What a person counts in the five documents comes out of the seeds.</summary>
public sealed class SeedCountTests
{
    [Theory]
    [InlineData("trung-trac-2024-papi", 9, 9, 31, 2, 0, 62, 0)]
    [InlineData("thuong-lo-2020-cchc", 7, 7, 26, 0, 5, 72, 0)]
    [InlineData("trung-trac-2022-papi", 8, 3, 13, 2, 0, 12, 0)]
    [InlineData("my-hoa-hung-2024-kstthc", 9, 9, 0, 0, 8, 51, 21)]
    [InlineData("hung-yen-2021-papi", 8, 7, 28, 4, 0, 25, 0)]
    public void Areas_components_groups_tasks_and_indicators(
        string id, int areas, int titled, int components, int withoutTasks, int groups, int tasks, int indicators)
    {
        var plan = SeedFiles.Plan(id);
        var allComponents = plan.Areas.SelectMany(area => area.Components).ToArray();

        Assert.Equal(
            (areas, titled, components, withoutTasks, groups, tasks, indicators),
            (plan.Areas.Length,
                plan.Areas.Count(area => area.Title is not null),
                allComponents.Length,
                allComponents.Count(component => component.Tasks.IsEmpty),
                plan.Areas.Sum(area => area.Groups.Length) + allComponents.Sum(component => component.Groups.Length),
                plan.Tasks.Length,
                plan.Areas.Sum(area => area.Indicators.Length)));
    }

    [Theory]
    [InlineData("trung-trac-2024-papi", "12 4 9 5 4 1 17 4 6")]
    [InlineData("thuong-lo-2020-cchc", "18 7 17 4 7 4 15")]
    [InlineData("trung-trac-2022-papi", "2 2 1 2 1 2 1 1")]
    [InlineData("my-hoa-hung-2024-kstthc", "7 4 12 5 8 4 3 8 0")]
    [InlineData("hung-yen-2021-papi", "4 4 3 5 1 4 2 2")]
    public void Tasks_of_each_area(string id, string counts) =>
        Assert.Equal(counts, string.Join(' ', SeedFiles.Plan(id).Areas.Select(area => area.AllTasks.Length)));

    [Theory]
    [InlineData("trung-trac-2024-papi", "1.a:4 1.b:2 1.c:4 1.d:2 2.a:1 2.b:1 2.c:1 2.d:1 3.a:3 3.b:4 3.c:1 3.d:1 4.a:1 4.b:1 4.c:3 5.a:1 5.b:1 5.c:1 5.d:1 6.a:1 6.b:0 6.c:0 7.a:3 7.b:5 7.c:3 7.d:6 8.a:3 8.b:1 9.a:4 9.b:1 9.c:1")]
    [InlineData("thuong-lo-2020-cchc", "1.1:1 1.2:5 1.3:3 1.4:2 1.5:6 1.6:1 2.1:1 2.2:4 2.3:1 2.4:1 3.1:3 3.2:2 3.3:2 3.4:8 3.5:2 4.1:3 4.2:1 5.1:3 5.2:3 5.3:1 6.1:3 6.2:1 7.1:6 7.2:3 7.3:2 7.4:4")]
    [InlineData("trung-trac-2022-papi", "1.a:1 1.b:1 2.a:1 2.b:1 3.b:1 4.b:2 5.a:1 5.b:0 5.c:0 6.b:1 6.c:1 7.b:1 8.a:1")]
    [InlineData("hung-yen-2021-papi", "1.a:1 1.b:1 1.c:1 1.d:1 2.a:1 2.b:1 2.c:1 2.d:1 3.a:1 3.b:1 3.c:1 4.a:1 4.b:2 4.c:1 4.d:1 5.a:1 5.b:0 5.c:0 5.d:0 6.a:1 6.b:1 6.c:1 6.d:1 7.a:1 7.b:1 8.a:1 8.b:0 8.c:1")]
    public void Tasks_of_each_component(string id, string counts) =>
        Assert.Equal(counts, string.Join(' ', SeedFiles.Plan(id).Areas.SelectMany(area => area.Components)
            .Select(component => $"{component.Code}:{component.Tasks.Length}")));

    [Theory]
    [InlineData("thuong-lo-2020-cchc", "1.3.1:2 1.5.1:2 1.5.2:4 2.2.1:3 7.1.4:3")]
    [InlineData("my-hoa-hung-2024-kstthc", "3.I:6 3.II:6 4.I:4 4.II:1 5.I:4 5.II:4 8.I:2 8.II:6")]
    public void Tasks_of_each_group(string id, string counts) =>
        Assert.Equal(counts, string.Join(' ', SeedFiles.Plan(id).Areas
            .SelectMany(area => area.Groups.Concat(area.Components.SelectMany(component => component.Groups)))
            .Select(group => $"{group.Code}:{group.Tasks.Length}")));

    [Theory]
    [InlineData("trung-trac-2024-papi", 59, 83)]
    [InlineData("thuong-lo-2020-cchc", 72, 72)]
    [InlineData("trung-trac-2022-papi", 12, 46)]
    [InlineData("my-hoa-hung-2024-kstthc", 51, 58)]
    [InlineData("hung-yen-2021-papi", 25, 93)]
    public void Tasks_with_a_text_and_the_lines_of_all(string id, int withText, int lines)
    {
        var tasks = SeedFiles.Plan(id).Tasks;

        Assert.Equal(withText, tasks.Count(task => task.Text is not null));
        Assert.Equal(lines, tasks.Sum(task => task.Text?.Split('\n').Length ?? 1));
    }

    [Fact]
    public void A_number_that_is_printed_twice_makes_two_tasks()
    {
        var plan = SeedFiles.Plan("thuong-lo-2020-cchc");

        Assert.Equal(
            ["thuong-lo-2020-cchc/5.1.2", "thuong-lo-2020-cchc/5.1.2(2)", "thuong-lo-2020-cchc/7.4.3", "thuong-lo-2020-cchc/7.4.3(2)"],
            plan.Tasks.Where(task => task.Code is "5.1.2" or "7.4.3").Select(task => task.Id));
    }

    [Fact]
    public void Budgets_are_those_that_are_printed()
    {
        var plan = SeedFiles.Plan("thuong-lo-2020-cchc");

        Assert.Equal(34_900_000, plan.Budget!.Value.Dong);
        Assert.Equal(33_900_000, plan.Tasks.Sum(task => task.Budget?.Dong ?? 0));
        Assert.Equal(
            "1.2#3:3.960.000 1.3.1#1:600.000 1.3.1#2:500.000 1.5.1#1:1.520.000 1.5.2#1:720.000 1.5.2#2:2.100.000 1.5.2#3:2.500.000 5.3#1:18.000.000 7.1.4#3:4.000.000",
            string.Join(' ', plan.Tasks.Where(task => task.Budget is not null).Select(task => $"{task.Code}:{task.Budget!.Value.Text}")));
        Assert.Equal(
            "1:12.900.000 7:4.000.000",
            string.Join(' ', plan.Areas.Where(area => area.Budget is not null).Select(area => $"{area.Code}:{area.Budget!.Value.Text}")));
        Assert.Equal(
            "1.2:3.960.000 1.3:1.100.000 1.5:6.840.000 5.2:18.000.000 5.3:18.000.000",
            string.Join(' ', plan.Areas.SelectMany(area => area.Components).Where(component => component.Budget is not null)
                .Select(component => $"{component.Code}:{component.Budget!.Value.Text}")));
        Assert.Equal(
            "1.5.1:1.520.000 1.5.2:5.320.000 7.1.4:4.000.000",
            string.Join(' ', plan.Areas.SelectMany(area => area.Components).SelectMany(component => component.Groups)
                .Where(group => group.Budget is not null).Select(group => $"{group.Code}:{group.Budget!.Value.Text}")));
    }

    [Fact]
    public void Only_one_plan_prints_budgets() =>
        Assert.Equal(
            ["thuong-lo-2020-cchc"],
            SeedFiles.Ids.Where(id => SeedFiles.Plan(id) is var plan && (plan.Budget is not null || plan.Tasks.Any(task => task.Budget is not null))));

    [Theory]
    [InlineData(
        "trung-trac-2024-papi",
        "UBND xã ×23, Công chức Văn phòng - Thống kê ×11, Công an xã ×6, Công chức Tư pháp - Hộ tịch ×6, Cơ quan cấp trên ×4, Công chức Văn hóa - Xã hội ×2, Công chức Văn hóa - Xã hội (LĐTBXH) ×2, Công chức Địa chính ×2, Ban Thanh tra nhân dân ×1, Bộ phận Một cửa xã ×1, Các thôn ×1, Công chức Địa chính GTTL ×1, Cơ quan liên quan ×1, Trường Tiểu học ×1, Trạm y tế xã ×1, Đài truyền thanh xã ×1")]
    [InlineData(
        "thuong-lo-2020-cchc",
        "Văn phòng – Thống kê ×25, Bộ phận TN&TKQ ×19, Tư pháp – Hộ tịch ×15, Lãnh đạo UBND xã ×4, Tài chính – Kế toán ×4, Lãnh đạo HĐND xã ×2, Lãnh đạo Đảng ủy xã ×2, Các cán bộ, công chức có sai phạm ×1, HĐND xã ×1, Thư ký ISO ×1, Đảng ủy xã ×1, Đội ngũ cán bộ UBND xã ×1, Đội ngũ công chức UBND xã ×1")]
    [InlineData("trung-trac-2022-papi", "UBND xã ×9, Các trường trong xã ×1, Công chức Văn phòng - Thống kê ×1")]
    [InlineData(
        "my-hoa-hung-2024-kstthc",
        "UBND xã ×38, Văn phòng HĐND và UBND xã ×9, UBND thành phố ×2, UBND xã, phường ×2, Chủ tịch UBND xã ×1, Cán bộ, công chức tiếp nhận hồ sơ tại Bộ phận một cửa xã ×1, Công an xã ×1")]
    [InlineData(
        "hung-yen-2021-papi",
        "Sở Nội vụ ×5, Thanh tra tỉnh ×4, Sở Thông tin và Truyền thông ×3, Sở Tài nguyên và Môi trường ×3, UBND cấp huyện ×3, UBND cấp xã ×3, Sở Giáo dục và Đào tạo ×2, Sở Tư pháp ×2, Sở Y tế ×2, Các sở, ban, ngành tỉnh ×1, Sở Công thương ×1, Sở Lao động, Thương binh và Xã hội ×1, Sở Tài chính ×1, Văn phòng UBND tỉnh ×1")]
    public void Lead_tasks_of_each_unit(string id, string counts) =>
        Assert.Equal(counts, string.Join(", ", SeedFiles.Plan(id).Tasks.SelectMany(task => task.Units(UnitRole.Lead))
            .GroupBy(unit => unit.Name)
            .OrderByDescending(leads => leads.Count()).ThenBy(leads => leads.Key, StringComparer.Ordinal)
            .Select(leads => $"{leads.Key} ×{leads.Count()}")));

    [Theory]
    [InlineData("trung-trac-2024-papi", "Before:1 Continuous:31 Continuous+Recurring:4 Event:8 OtherPlan:1 Quarter:2 Recurring:3 SchoolYear:4 WithinAfterEvent:1 Year:7")]
    [InlineData("thuong-lo-2020-cchc", "Before:3 Continuous:37 Event:18 Milestones:4 OtherPlan:3 Recurring:5 WithinAfterEvent:2")]
    [InlineData("trung-trac-2022-papi", "Continuous:6 Damaged:1 Event+Continuous:1 Quarter:1 Recurring+Continuous:1 Year:2")]
    [InlineData("my-hoa-hung-2024-kstthc", "Before:5 Continuous:26 Continuous+BeforeEvent:2 Event:2 FixedDate:1 Month:4 OtherPlan:1 Quarter:4 Recurring:3 Recurring+Event:1 WithinAfterEvent:1 Year:1")]
    [InlineData("hung-yen-2021-papi", "Continuous:15 Damaged:2 Event:1 Quarter:1 Recurring:1 Recurring+Continuous:1 Year:4")]
    public void Deadlines_of_each_kind(string id, string counts) =>
        Assert.Equal(counts, string.Join(' ', SeedFiles.Plan(id).Tasks.GroupBy(task => string.Join('+', task.Deadline.Kinds))
            .OrderBy(kinds => kinds.Key, StringComparer.Ordinal)
            .Select(kinds => $"{kinds.Key}:{kinds.Count()}")));

    [Fact]
    public void The_targets_of_the_indicators_are_read()
    {
        var targets = SeedFiles.Plan("my-hoa-hung-2024-kstthc").Areas[8].Indicators.Select(indicator => indicator.Target).ToArray();

        Assert.DoesNotContain(targets, target => target.Comparator == IndicatorComparator.Unknown);
        Assert.Equal((IndicatorComparator.AtLeast, 80), (targets[0].Comparator, targets[0].Value));
        Assert.Equal((IndicatorComparator.Exactly, 100), (targets[4].Comparator, targets[4].Value));
        Assert.Equal((IndicatorComparator.Range, 80, 90), (targets[20].Comparator, targets[20].Value, targets[20].Maximum));
    }

    [Theory]
    [InlineData("2024-03-15", 4)]
    [InlineData("2024-04-01", 10)]
    public void Tasks_of_Mỹ_Hòa_Hưng_that_are_overdue_if_nothing_is_done(string asOf, int overdue) =>
        Assert.Equal(overdue, SeedFiles.Plan("my-hoa-hung-2024-kstthc").Tasks.Count(task => task.IsOverdue(DateOnly.Parse(asOf, null))));

    [Theory]
    [InlineData("trung-trac-2024-papi", 0, "0 0 0 0 0 0 0 0 0")]
    [InlineData("thuong-lo-2020-cchc", 33_900_000, "11900000 0 0 0 18000000 0 4000000")]
    public void What_the_tasks_of_a_plan_and_of_its_areas_make(string id, long total, string areas)
    {
        Assert.Equal(total, SeedFiles.Plan(id).BudgetTotal);
        Assert.Equal(areas, string.Join(' ', SeedFiles.Plan(id).Areas.Select(area => area.BudgetTotal)));
    }

    [Fact]
    public void Dated_steps_of_all_plans() =>
        Assert.Equal(50, SeedFiles.Ids.SelectMany(id => SeedFiles.Plan(id).Tasks).Sum(task => task.Deadline.Steps.Length));

    [Fact]
    public void Continuous_work_is_never_overdue() =>
        Assert.All(
            SeedFiles.Ids.SelectMany(id => SeedFiles.Plan(id).Tasks).Where(task => task.Deadline.Kinds is [DeadlineKind.Continuous]),
            task => Assert.Equal(DeadlineState.NoDeadline, task.DeadlineState(new DateOnly(2030, 1, 1))));
}
