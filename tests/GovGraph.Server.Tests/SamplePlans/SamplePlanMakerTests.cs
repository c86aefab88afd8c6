using GovGraph.Plans;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Documents;
using GovGraph.Server.SamplePlans;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Server.Tests.SamplePlans;

public sealed class SamplePlanMakerTests
{
    private static readonly string s_seeds = Repository.Seeds;
    private static readonly string[] s_published = ["Thượng Lộ", "Trưng Trắc", "TRƯNG TRẮC", "Mỹ Hòa Hưng", "Văn Lâm", "Long Xuyên"];

    // Provinces and communes, first and last years, all programs; a plan with a finding is an exception.
    private static readonly Lazy<Plan[]> s_sample = new(() =>
        [.. Enumerable.Range(0, 120).Select(number => new SamplePlanMaker(s_seeds, 1).Make(number * (SamplePlanMaker.Most - 1) / 119))]);

    [Fact]
    public void The_same_seed_and_number_give_the_same_bytes() => Assert.Equal(
        PlanFile.Write(new SamplePlanMaker(s_seeds, 7).Make(250)), PlanFile.Write(new SamplePlanMaker(s_seeds, 7).Make(250)));

    [Fact]
    public void Another_seed_gives_the_same_plan_another_table() => Assert.NotEqual(
        PlanFile.Write(new SamplePlanMaker(s_seeds, 7).Make(250)), PlanFile.Write(new SamplePlanMaker(s_seeds, 8).Make(250)));

    [Fact]
    public void Each_number_has_an_id_of_its_own() => Assert.Equal(120, s_sample.Value.Select(plan => plan.Id).Distinct().Count());

    [Theory]
    [InlineData(0, "ha-noi-01-2025-cchc")]
    [InlineData(99, "ha-noi-01-2025-papi")]
    [InlineData(100_979, "phuoc-trung-34-2016-papi")]
    [InlineData(100_980, "ha-noi-01-2015-cchc")]
    [InlineData(201_959, "phuoc-trung-34-2006-papi")]
    public void The_ten_years_before_follow_when_all_bodies_have_their_plans_for_the_last_ten(int number, string id) =>
        Assert.Equal(id, new SamplePlanMaker(s_seeds, 1).Make(number).Id);

    [Fact]
    public void No_two_plans_of_a_body_and_a_year_share_a_number()
    {
        var maker = new SamplePlanMaker(s_seeds, 1);
        var plans = Enumerable.Range(0, 3).Select(round => maker.Make(5 + (round * Body.InProvince))).ToList();

        Assert.Single(plans.Select(plan => (plan.Issuer.Id, plan.Year)).Distinct());
        Assert.Equal(3, plans.Select(plan => plan.Number).Distinct().Count());
        Assert.Equal(Enum.GetValues<ReformProgram>(), plans.Select(plan => plan.Program).Order());
    }

    [Fact]
    public void Deadlines_are_of_every_kind_that_can_be_read() => Assert.Equal(
        Enum.GetValues<DeadlineKind>().Where(kind => kind is not (DeadlineKind.Damaged or DeadlineKind.Unknown)),
        s_sample.Value.SelectMany(plan => plan.Tasks).SelectMany(task => task.Deadline.Kinds).Distinct().Order());

    [Fact]
    public void Tasks_are_in_every_status_and_completed_ones_have_evidence()
    {
        var tasks = s_sample.Value.SelectMany(plan => plan.Tasks).ToList();

        Assert.Equal(Enum.GetValues<TaskStatus>(), tasks.Select(task => task.Status).Distinct().Order());
        Assert.All(tasks.Where(task => task.Status == TaskStatus.Completed), task => Assert.NotEmpty(task.Evidence));
    }

    [Fact]
    public void They_are_shaped_like_the_published_plans()
    {
        Assert.InRange(s_sample.Value.Average(plan => plan.Tasks.Length), 40, 65);
        Assert.Contains(s_sample.Value, plan => plan.Level == AdministrativeLevel.Province);
        Assert.Contains(s_sample.Value, plan => plan.Areas.Any(area => !area.Components.IsEmpty));
        Assert.Contains(s_sample.Value, plan => plan.Areas.Any(area => !area.Indicators.IsEmpty));
        Assert.Contains(s_sample.Value, plan => plan.Budget is not null);
    }

    [Fact]
    public void Without_the_published_plans_it_says_what_is_missing() => Assert.Equal(
        "Plans are made out of the published ones, and /nowhere/thuong-lo-2020-cchc.json can't be read: install the program with its seeds.",
        Assert.Throws<StartException>(() => new SamplePlanMaker("/nowhere", 1)).Message);

    [Fact]
    public void Nothing_of_the_published_bodies_stays() => Assert.DoesNotContain(
        s_sample.Value, plan => s_published.Any(name => System.Text.Encoding.UTF8.GetString(PlanFile.Write(plan)).Contains(name, StringComparison.Ordinal)));
}
