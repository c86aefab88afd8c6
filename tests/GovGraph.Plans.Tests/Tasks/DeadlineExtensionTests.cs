using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Tests.Seeds;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Plans.Tests.Tasks;

public sealed class DeadlineExtensionTests
{
    private static readonly DateTimeOffset Now = new(2024, 3, 15, 9, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void What_is_due_before_the_granted_day_is_due_on_it()
    {
        var task = Granted(Task("Trước ngày 30/3/2024; trước ngày 15/6/2024; quý IV năm 2024"), new(2024, 7, 31));

        Assert.Equal([new(2024, 3, 30), new(2024, 6, 15), new(2024, 12, 31)], task.Deadline.Steps.Select(step => step.Due));
        Assert.Equal([new(2024, 7, 31), new(2024, 7, 31), new(2024, 12, 31)], task.CurrentDeadline.Steps.Select(step => step.Due));
        Assert.Equal([false, false, false], task.CurrentDeadline.Steps.Select(step => step.IsExclusive));
        Assert.Equal(task.Deadline.Text, task.CurrentDeadline.Text);
        Assert.Equal((DeadlineState.OpenDueSoon, DeadlineState.OpenOverdue), (task.DeadlineState(new(2024, 7, 31)), task.DeadlineState(new(2024, 8, 1))));
    }

    [Fact]
    public void A_task_done_by_the_granted_day_is_on_time()
    {
        var task = Granted(Task("Trước ngày 30/3/2024"), new(2024, 7, 31));

        Assert.Equal(DeadlineState.DoneOnTime, Done(task, new(2024, 7, 31)).DeadlineState(new(2024, 12, 1)));
        Assert.Equal(DeadlineState.DoneLate, Done(task, new(2024, 8, 1)).DeadlineState(new(2024, 12, 1)));
        Assert.Equal(DeadlineState.DoneLate, Done(Task("Trước ngày 30/3/2024"), new(2024, 7, 31)).DeadlineState(new(2024, 12, 1)));
    }

    [Fact]
    public void Until_somebody_has_decided_and_after_a_refusal_the_old_deadline_holds()
    {
        var asked = Ask(Task("Trước ngày 30/3/2024"), new(2024, 7, 31)).Value!;
        var refused = Decide(asked, ExtensionVerdict.Refuse).Value!;

        Assert.All([asked, refused], task => Assert.Same(task.Deadline, task.CurrentDeadline));
        Assert.Equal((ExtensionState.Requested, ExtensionState.Refused), (asked.Extensions[0].State, refused.Extensions[0].State));
        Assert.Equal("p-2024-cchc/1/extension/2", Ask(refused, new(2024, 7, 31)).Value!.Extensions[1].Id);
    }

    [Fact]
    public void The_last_day_that_was_granted_counts()
    {
        var task = Granted(Task("Trước ngày 30/3/2024"), new(2024, 7, 31));
        var again = task.RequestExtension(Extension(new(2024, 9, 30))).Value!
            .DecideExtension("p-2024-cchc/1/extension/2", new(ExtensionVerdict.Grant, Now) { Until = new(2024, 8, 31) }).Value!;

        Assert.Equal((new DateOnly(2024, 7, 31), new DateOnly(2024, 8, 31)), (again.Extensions[1].Due, again.ExtendedTo!.Value));
        Assert.Equal(new DateOnly(2024, 9, 30), again.Extensions[1].Until);
    }

    [Fact]
    public void What_can_not_be_is_refused()
    {
        var task = Task("Trước ngày 30/3/2024");
        var asked = Ask(task, new(2024, 7, 31)).Value!;

        Assert.Equal("An extension ends after the due date that holds, 2024-03-30; 2024-03-30 does not.", Ask(task, new(2024, 3, 30)).Refusal!.Message);
        Assert.Equal("p-2024-cchc/1/extension/1 still waits for a decision: there is one request at a time.", Ask(asked, new(2024, 8, 1)).Refusal!.Message);
        Assert.Equal("The task p-2024-cchc/1 has no dated deadline: there is nothing to extend.", Ask(Task("Thường xuyên"), new(2024, 7, 31)).Refusal!.Message);
        Assert.Equal("The task p-2024-cchc/1 is CANCELLED: nothing of it is still to be done.", Ask(task.ChangeStatus(TaskStatus.Cancelled, null, new(2024, 3, 1)).Value!, new(2024, 7, 31)).Refusal!.Message);
        Assert.Equal(new ExtensionNotLater(new(2024, 3, 30), new(2024, 3, 30)), asked.DecideExtension("p-2024-cchc/1/extension/1", new(ExtensionVerdict.Grant, Now) { Until = new(2024, 3, 30) }).Refusal);
        Assert.Equal("p-2024-cchc/1/extension/1 is GRANTED already: ask for another one.", Decide(Decide(asked, ExtensionVerdict.Grant).Value!, ExtensionVerdict.Refuse).Refusal!.Message);
        Assert.Equal(new ExtensionNotFound("x"), asked.DecideExtension("x", new(ExtensionVerdict.Grant, Now)).Refusal);
    }

    [Fact]
    public void Requests_and_notes_have_an_end()
    {
        var task = Task("Trước ngày 30/3/2024");
        for (var i = 1; i <= PlanTask.MostExtensions; i++)
        {
            task = Ask(task, new(2024, 7, 31)).Value!.DecideExtension($"p-2024-cchc/1/extension/{i}", new(ExtensionVerdict.Refuse, Now)).Value!;
        }

        for (var i = 1; i <= PlanTask.MostNotes; i++)
        {
            task = task.AddNote(new() { Text = "x", At = Now }).Value!;
        }

        Assert.Equal("For the task p-2024-cchc/1 more time was asked 20 times, and no task may more often.", Ask(task, new(2024, 7, 31)).Refusal!.Message);
        Assert.Equal("The task p-2024-cchc/1 has 100 notes, and no task may have more.", task.AddNote(new() { Text = "x", At = Now }).Refusal!.Message);
    }

    [Fact]
    public void Requests_and_notes_are_written_and_read()
    {
        var plan = SeedFiles.Plan("thuong-lo-2020-cchc");
        var task = plan.Tasks.First(task => task.Deadline.FirstDueDate is not null);
        var until = task.Deadline.FirstDueDate!.Value.AddDays(30);
        var changed = task.RequestExtension(Extension(until)).Value!
            .DecideExtension($"{task.Id}/extension/1", new(ExtensionVerdict.Grant, Now) { By = "chủ tịch", Reason = "Đồng ý" }).Value!
            .RequestExtension(Extension(until.AddDays(1))).Value!
            .AddNote(new() { Text = "Uy\u0309 ban\nđã họp ", By = "an", At = Now }).Value!;

        var file = PlanFile.Write(plan.With(changed));
        var reading = PlanFile.Read(file);

        Assert.Empty(reading.Faults);
        var read = reading.Plan!.Task(task.Id)!;
        Assert.Equal(changed.Extensions, read.Extensions);
        Assert.Equal(changed.Notes, read.Notes);
        Assert.Equal("Uỷ ban\nđã họp", read.Notes[0].Text);
        Assert.Equal(file, PlanFile.Write(reading.Plan));
    }

    private static PlanTask Granted(PlanTask task, DateOnly until) => Decide(Ask(task, until).Value!, ExtensionVerdict.Grant).Value!;

    private static Change<PlanTask> Ask(PlanTask task, DateOnly until) => task.RequestExtension(Extension(until));

    private static Change<PlanTask> Decide(PlanTask task, ExtensionVerdict verdict) =>
        task.DecideExtension("p-2024-cchc/1/extension/1", new(verdict, Now));

    private static DeadlineExtension Extension(DateOnly until) => new() { Until = until, Reason = "Chờ hướng dẫn", At = Now };

    private static PlanTask Done(PlanTask task, DateOnly day) =>
        task.AddEvidence(new() { Kind = EvidenceKind.Link, Url = "https://example.vn", AddedAt = Now }).Value!.ChangeStatus(TaskStatus.Completed, null, day).Value!;

    private static PlanTask Task(string deadline) => new() { Id = "p-2024-cchc/1", Code = "1", Deadline = DeadlineParser.Parse(deadline, 2024) };
}
