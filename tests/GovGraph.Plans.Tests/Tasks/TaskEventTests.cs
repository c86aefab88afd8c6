using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Tests.Seeds;
using Xunit;

namespace GovGraph.Plans.Tests.Tasks;

public sealed class TaskEventTests
{
    private const string Id = "my-hoa-hung-2024-kstthc/6.3";
    private static readonly DateOnly Today = new(2024, 7, 2);
    private static readonly DateOnly Received = new(2024, 5, 6);

    [Fact]
    public void A_complaint_is_due_ten_days_after_it_came_in()
    {
        var task = Happen(Seed(Id), Received).Value!;

        var happened = Assert.Single(task.Events);
        Assert.Equal(($"{Id}/event/1", "ngày tiếp nhận", Received, new DateOnly(2024, 5, 16)), (happened.Id, happened.Trigger, happened.HappenedOn, happened.Due!.Value));
        Assert.Equal((2L, Seed(Id).DeadlineState(Today)), (task.Version, task.DeadlineState(Today)));
        Assert.Equal($"{Id}/event/2", Happen(task, Received).Value!.Events[1].Id);
    }

    [Fact]
    public void An_event_stands_as_it_was_done_by_the_day()
    {
        var task = Happen(Seed(Id), Received).Value!;
        var done = task.CloseEvent($"{Id}/event/1", new(2024, 5, 17), " Xong ").Value!.Events[0];

        Assert.Equal((TaskEventState.Open, TaskEventState.Overdue), (task.Events[0].State(new(2024, 5, 16)), task.Events[0].State(new(2024, 5, 17))));
        Assert.Equal((TaskEventState.Open, TaskEventState.Late, "Xong"), (done.State(new(2024, 5, 16)), done.State(Today), done.DoneNote));
        Assert.Equal(TaskEventState.OnTime, task.CloseEvent($"{Id}/event/1", new(2024, 5, 16), null).Value!.Events[0].State(Today));
    }

    [Fact]
    public void A_task_that_is_to_be_done_before_an_event_is_due_before_it()
    {
        var task = Happen(Seed("my-hoa-hung-2024-kstthc/3.I.5"), new(2024, 8, 1)).Value!;

        Assert.Equal(new DateOnly(2024, 7, 31), task.Events[0].Due);
        Assert.False(task.CloseEvent(task.Events[0].Id, new(2024, 7, 1), null).IsRefused);
    }

    [Fact]
    public void What_can_not_be_is_refused()
    {
        var task = Happen(Seed(Id), Received).Value!;
        var closed = task.CloseEvent($"{Id}/event/1", new(2024, 5, 10), null).Value!;

        Assert.Equal("The task's time depends on no event.", Happen(Seed("my-hoa-hung-2024-kstthc/1.1"), Received).Refusal!.Message);
        Assert.Equal("The task's time depends on other events: name one of them, 'ngày tiếp nhận'.", Happen(task, Received, "bầu cử").Refusal!.Message);
        Assert.False(Happen(task, Received, "NGÀY tiếp  nhận").IsRefused);
        Assert.Equal(new EventAhead(new(2024, 7, 3), Today), Happen(task, new(2024, 7, 3)).Refusal);
        Assert.Equal(new EventNotFound($"{Id}/event/2"), task.CloseEvent($"{Id}/event/2", Today, null).Refusal);
        Assert.Equal(new EventClosedAlready($"{Id}/event/1", new(2024, 5, 10)), closed.CloseEvent($"{Id}/event/1", Today, null).Refusal);
        Assert.Equal(new DoneBeforeEvent(new(2024, 5, 5), Received), task.CloseEvent($"{Id}/event/1", new(2024, 5, 5), null).Refusal);
    }

    [Fact]
    public void Where_several_events_are_named_one_has_to_be_chosen()
    {
        var task = Seed("trung-trac-2024-papi/3.d#1");

        var refused = Assert.IsType<TriggerNotFound>(Happen(task, Received).Refusal);
        var chosen = Happen(task, Received, refused.Triggers[1].Event).Value!.Events[0];

        Assert.Equal(2, refused.Triggers.Length);
        Assert.Equal(new DateOnly(2024, 5, 21), chosen.Due);
        Assert.Null(Happen(task, Received, refused.Triggers[0].Event).Value!.Events[0].Due);
    }

    private static Change<PlanTask> Happen(PlanTask task, DateOnly day, string trigger = "") => task.RecordEvent(
        new TaskEvent { Trigger = trigger, HappenedOn = day, RecordedAt = new(2024, 7, 2, 9, 0, 0, TimeSpan.FromHours(7)) }, DayCount.Calendar, Today);

    private static PlanTask Seed(string id) => SeedFiles.Plan(id[..id.IndexOf('/', StringComparison.Ordinal)]).Task(id)!;
}
