using GovGraph.Plans.Evidence;
using GovGraph.Plans.Scorecards;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Tests.Seeds;
using GovGraph.Plans.Units;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Plans.Tests.Scorecards;

public sealed class UnitScorecardTests
{
    private static readonly Plan s_plan = SeedFiles.Plan("thuong-lo-2020-cchc");
    private static readonly Unit s_unit = s_plan.Units.Single(unit => unit.Matches("Tư pháp – Hộ tịch"));

    [Fact]
    public void Tasks_are_counted_by_what_has_become_of_their_deadlines()
    {
        // 1.1 was due on 10 January, 1.5.1#1 on 30 January.
        var plan = Complete(Complete(s_plan, "1.1#1", new DateOnly(2020, 1, 9)), "1.5.1#1", new DateOnly(2020, 2, 1));

        var score = Scorecard(plan, new DateOnly(2020, 8, 20)).AsLead;

        Assert.Equal((15, 1, 1, 1, 0, 2, 10), (score.Assigned, score.DoneOnTime, score.DoneLate, score.OpenWithin, score.OpenDueSoon, score.OpenOverdue, score.NoDeadline));
        Assert.Equal(2 / 15.0, score.Progress);
    }

    [Fact]
    public void What_is_due_soon_is_within_its_time_too()
    {
        var score = Scorecard(s_plan, new DateOnly(2020, 9, 25)).AsLead;

        Assert.Equal((1, 1), (score.OpenWithin, score.OpenDueSoon));
    }

    [Fact]
    public void A_report_is_missing_from_the_day_after_its_date_until_it_is_recorded()
    {
        // Two tasks of five reports each, the first due on 25 February; two tasks that are due every month.
        var first = With(s_plan, "1.2#1", task => task.RecordOccurrence(null, new DateOnly(2020, 2, 25), null, new RecordedOccurrence(default, 0, new DateOnly(2020, 2, 20), DateTimeOffset.UnixEpoch)));

        Assert.Equal(2, Scorecard(s_plan, new DateOnly(2020, 2, 25)).AsLead.MissingReports);
        Assert.Equal(4, Scorecard(s_plan, new DateOnly(2020, 2, 26)).AsLead.MissingReports);
        Assert.Equal(34, Scorecard(s_plan, new DateOnly(2021, 1, 1)).AsLead.MissingReports);
        Assert.Equal(33, Scorecard(first, new DateOnly(2021, 1, 1)).AsLead.MissingReports);
        Assert.Equal(29, Scorecard(Complete(s_plan, "1.2#1", new DateOnly(2020, 12, 1)), new DateOnly(2021, 1, 1)).AsLead.MissingReports);
    }

    [Fact]
    public void The_year_before_is_looked_at_on_the_same_day_a_year_earlier()
    {
        var card = new UnitScorecard(s_unit, 2021, new DateOnly(2021, 1, 11), s_plan.Tasks);

        Assert.Equal((0, 15, 1), (card.AsLead.Assigned, card.AsLead.YearBefore!.Assigned, card.AsLead.YearBefore.OpenOverdue));
        Assert.Equal((-15, -1), (card.AsLead.Change!.Assigned, card.AsLead.Change.OpenOverdue));
        Assert.Null(card.AsLead.YearBefore.YearBefore);
    }

    [Fact]
    public void Without_tasks_in_the_year_before_there_is_nothing_to_compare_with()
    {
        var score = Scorecard(s_plan, new DateOnly(2020, 8, 20)).AsLead;

        Assert.Null(score.YearBefore);
        Assert.Null(score.Change);
    }

    private static UnitScorecard Scorecard(Plan plan, DateOnly asOf) => new(s_unit, 2020, asOf, plan.Tasks);

    private static Plan Complete(Plan plan, string code, DateOnly day) =>
        With(With(plan, code, Evidence(1)), code, task => task.ChangeStatus(TaskStatus.Completed, null, day));

    private static Plan With(Plan plan, string code, Func<PlanTask, Change<PlanTask>> change) =>
        plan.With(change(plan.Tasks.Single(task => task.Code == code)).Value!);

    private static Func<PlanTask, Change<PlanTask>> Evidence(int number) => task => task.AddEvidence(new EvidenceItem
    {
        Kind = EvidenceKind.Document,
        Number = $"{number}/BC-UBND",
        AddedAt = DateTimeOffset.UnixEpoch,
    });
}
