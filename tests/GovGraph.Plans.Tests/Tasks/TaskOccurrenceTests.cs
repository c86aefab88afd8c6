using System.Globalization;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Tests.Seeds;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Plans.Tests.Tasks;

public sealed class TaskOccurrenceTests
{
    private static readonly DateOnly EndOf2024 = new(2024, 12, 31);
    private static readonly DateTimeOffset Now = new(2024, 7, 2, 9, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData("Hàng tháng", 12, "2024-01 2024-01-31", "2024-12 2024-12-31")]
    [InlineData("Định kỳ theo quý", 4, "2024-Q1 2024-03-31", "2024-Q4 2024-12-31")]
    [InlineData("02 lần/tháng", 24, "2024-01 2024-01-31", "2024-12#2 2024-12-31")]
    [InlineData("Hàng tuần", 52, "2024-01-01/2024-01-07 2024-01-07", "2024-12-23/2024-12-29 2024-12-29")]
    [InlineData("Định kỳ 06 tháng/01 lần", 2, "2024-H1 2024-06-30", "2024-H2 2024-12-31")]
    [InlineData("02 lần/năm", 2, "2024 2024-12-31", "2024#2 2024-12-31")]
    [InlineData("Hàng năm", 1, "2024 2024-12-31", "2024 2024-12-31")]
    [InlineData("hàng ngày", 366, "2024-01-01/2024-01-01 2024-01-01", "2024-12-31/2024-12-31 2024-12-31")]
    [InlineData("Hàng quý và cuối năm", 5, "2024-Q1 2024-03-31", "2024 2024-12-31")]
    [InlineData("Hàng quý, 06 tháng, năm", 6, "2024-Q1 2024-03-31", "2024 2024-12-31")]
    [InlineData("Hàng tháng, hàng quý", 16, "2024-01 2024-01-31", "2024-Q4 2024-12-31")]
    [InlineData("Hằng năm, trước ngày 15/12", 1, "2024 <2024-12-15", "2024 <2024-12-15")]
    public void A_rhythm_is_due_at_the_end_of_each_of_its_periods(string deadline, int count, string first, string last)
    {
        var occurrences = Of(deadline).Occurrences(null, null, EndOf2024).ToList();

        Assert.Equal((count, first, last), (occurrences.Count, Show(occurrences[0]), Show(occurrences[^1])));
        Assert.Equal(count, occurrences.Select(occurrence => (occurrence.Slot.Period, occurrence.Slot.Ordinal)).Distinct().Count());
    }

    [Theory]
    [InlineData("Định kỳ")]
    [InlineData("Thường xuyên")]
    [InlineData("Khi có yêu cầu")]
    [InlineData("Trước ngày 30/3/2024")]
    [InlineData(null)]
    public void Without_a_period_and_without_milestones_there_are_none(string? deadline)
    {
        Assert.Empty(Of(deadline).Occurrences(null, null, EndOf2024));
        Assert.Equal(0, Of(deadline).MissingOccurrences(EndOf2024));
    }

    [Fact]
    public void The_reports_of_Thuong_Lo_are_due_on_their_printed_dates() => Assert.Equal(
        [
            "2020-02-25/2020-02-25 <2020-02-25 Quý I", "2020-05-25/2020-05-25 <2020-05-25 6 tháng", "2020-08-25/2020-08-25 <2020-08-25 quý III",
            "2020-10-20/2020-10-20 <2020-10-20 báo cáo năm lần 01", "2020-11-15/2020-11-15 <2020-11-15 báo cáo lần 02",
        ],
        Seed("thuong-lo-2020-cchc", "1.2#1").Occurrences(null, null, EndOf2024).Select(occurrence => $"{Show(occurrence)} {occurrence.Slot.Label}"));

    [Fact]
    public void Only_the_year_of_the_plan_has_any_and_the_range_is_of_due_dates()
    {
        var monthly = Of("Hàng tháng");

        Assert.Equal(12, monthly.Occurrences(new(1, 1, 1), new(9999, 12, 31), EndOf2024).Count());
        Assert.Empty(monthly.Occurrences(new(2025, 1, 1), new(2025, 12, 31), EndOf2024));
        Assert.Equal(["2024-02 2024-02-29", "2024-03 2024-03-31"], monthly.Occurrences(new(2024, 2, 1), new(2024, 3, 31), EndOf2024).Select(Show));
        Assert.Empty(monthly.Occurrences(new(2024, 2, 1), new(2024, 2, 28), EndOf2024));
    }

    [Fact]
    public void Each_stands_as_it_was_done_by_the_day()
    {
        var task = Done(Done(Of("Định kỳ theo quý"), Period.Quarter(2024, 1), new(2024, 3, 31)), Period.Quarter(2024, 2), new(2024, 7, 1));

        Assert.Equal("OnTime Late Missing Open", States(task, new(2024, 12, 31)));
        Assert.Equal("OnTime Late Missing Missing", States(task, new(2025, 1, 1)));
        Assert.Equal("OnTime Open Open Open", States(task, new(2024, 6, 30)));
        Assert.Equal("Open Open Open Open", States(task, new(2024, 3, 30)));
        Assert.Equal((0, 1, 2), (task.MissingOccurrences(new(2024, 9, 30)), task.MissingOccurrences(new(2024, 10, 1)), task.MissingOccurrences(new(2030, 1, 1))));
    }

    [Fact]
    public void The_printed_date_is_not_late_also_where_it_says_before()
    {
        var task = Done(Seed("thuong-lo-2020-cchc", "1.2#1"), null, new(2020, 2, 25), due: new(2020, 2, 25));

        Assert.StartsWith("OnTime Open", States(task, new(2020, 5, 25)), StringComparison.Ordinal);
        Assert.StartsWith("OnTime Missing", States(task, new(2020, 5, 26)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TaskStatus.Completed)]
    [InlineData(TaskStatus.Cancelled)]
    public void A_task_that_is_over_misses_none(TaskStatus status)
    {
        var task = Done(Of("Định kỳ theo quý"), Period.Quarter(2024, 2), new(2024, 6, 30));
        var over = task.WithProgress(task.Progress with { Status = status });

        Assert.Equal("NotNeeded OnTime NotNeeded NotNeeded", States(over, EndOf2024));
        Assert.Equal((2, 0), (task.MissingOccurrences(EndOf2024), over.MissingOccurrences(EndOf2024)));
    }

    [Fact]
    public void The_first_one_that_is_not_recorded_is_recorded_next()
    {
        var once = Done(Of("02 lần/tháng"), Period.Month(2024, 5), new(2024, 5, 10));
        var twice = Done(once, Period.Month(2024, 5), new(2024, 5, 25));

        Assert.Equal([(1, new DateOnly(2024, 5, 10)), (2, new DateOnly(2024, 5, 25))], twice.Recorded.Select(item => (item.Ordinal, item.HappenedOn)));
        Assert.Equal(new OccurrenceRecordedAlready(Period.Month(2024, 5), 2, new(2024, 5, 25)), Record(twice, Period.Month(2024, 5), new(2024, 5, 30)).Refusal);
        Assert.Equal(2, Assert.Single(Record(Of("02 lần/tháng"), Period.Month(2024, 5), new(2024, 5, 10), ordinal: 2).Value!.Recorded).Ordinal);
        Assert.Equal((3L, 1L), (twice.Version, Of("02 lần/tháng").Version));
    }

    [Fact]
    public void What_is_not_due_is_refused()
    {
        var task = Of("Hàng quý và cuối năm");

        Assert.Equal("Nothing of the task p/1.1 is due for 2024-05: see its occurrences.", Record(task, Period.Month(2024, 5), new(2024, 5, 1)).Refusal!.Message);
        Assert.Equal("Nothing of the task p/1.1 is due for 2025-Q1: see its occurrences.", Record(task, Period.Quarter(2025, 1), new(2025, 1, 1)).Refusal!.Message);
        Assert.Equal("Nothing of the task p/1.1 is due for 2024-Q1 as number 2: see its occurrences.", Record(task, Period.Quarter(2024, 1), new(2024, 3, 1), ordinal: 2).Refusal!.Message);
        Assert.Equal("Nothing of the task p/1.1 is due on 2024-05-31: see its occurrences.", Record(task, null, new(2024, 5, 1), new(2024, 5, 31)).Refusal!.Message);
        Assert.Equal(
            "On 2024-12-31 several of the task p/1.1 are due: name one by its period, 2024-Q4 or 2024.",
            Record(task, null, new(2024, 12, 30), new(2024, 12, 31)).Refusal!.Message);
        Assert.Equal(
            "The period 2024-Q2 begins on 2024-04-01: nothing can be done for it on 2024-03-31.",
            Record(task, Period.Quarter(2024, 2), new(2024, 3, 31)).Refusal!.Message);
    }

    private static string Show(TaskOccurrence occurrence) => string.Create(
        CultureInfo.InvariantCulture,
        $"{occurrence.Slot.Period}{(occurrence.Slot.Ordinal == 1 ? "" : $"#{occurrence.Slot.Ordinal}")} {(occurrence.Slot.IsExclusive ? "<" : "")}{occurrence.Slot.Due:yyyy-MM-dd}");

    private static string States(PlanTask task, DateOnly asOf) => string.Join(' ', task.Occurrences(null, null, asOf).Select(occurrence => occurrence.State));

    private static PlanTask Done(PlanTask task, Period? period, DateOnly day, DateOnly? due = null) => Record(task, period, day, due).Value!;

    private static Change<PlanTask> Record(PlanTask task, Period? period, DateOnly day, DateOnly? due = null, int? ordinal = null) =>
        task.RecordOccurrence(period, due, ordinal, new RecordedOccurrence(default, 0, day, Now));

    private static PlanTask Seed(string plan, string code) => SeedFiles.Plan(plan).Tasks.Single(task => task.Code == code);

    private static PlanTask Of(string? deadline) => new Plan
    {
        Id = "p",
        Title = "Kế hoạch",
        Year = 2024,
        Program = ReformProgram.Cchc,
        Level = AdministrativeLevel.Commune,
        Issuer = new Issuer { Id = "p", Name = "UBND xã P", Place = "P" },
        Areas = [new Area { Id = "p/1", Code = "1", Tasks = [new PlanTask { Id = "p/1.1", Code = "1.1", Deadline = DeadlineParser.Parse(deadline, 2024) }] }],
    }.Tasks[0];
}
