using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Grouping;
using GovGraph.Storage.History;
using Xunit;

namespace GovGraph.Storage.Tests.Contract;

public abstract partial class PlanStoreContract
{
    [Fact]
    public async Task A_granted_extension_moves_all_that_a_task_is_held_against()
    {
        var (id, due) = await Dated();
        var (until, overdue) = (due.AddDays(50), due.AddDays(10));
        await Request(id, until);
        Assert.Equal([id], await Of(id, Filter.Some("extensions", Filter.Eq("state", ExtensionState.Requested))));
        Assert.Equal([id], await Of(id, Filter.StateOn(overdue, DeadlineState.OpenOverdue)));

        var at = SampleStore.Moment.AddTicks(7);
        await Store.ChangeTask(id, null, task => task.DecideExtension($"{id}/extension/1", new(ExtensionVerdict.Grant, at) { By = "chủ tịch", Reason = "Đồng ý" }), SampleStore.Record);

        var read = (await Store.GetTask(id))!;
        Assert.Equal((due, until, until), (read.Deadline.FirstDueDate!.Value, read.CurrentDeadline.FirstDueDate!.Value, read.ExtendedTo!.Value));
        Assert.Equal(new ExtensionDecision(ExtensionVerdict.Grant, at) { Until = until, By = "chủ tịch", Reason = "Đồng ý" }, Assert.Single(read.Extensions).Decision);
        Assert.IsType<DeadlineExtension>(await Store.GetNode($"{id}/extension/1"));
        Assert.Empty(await Of(id, Filter.Some("extensions", Filter.Eq("state", ExtensionState.Requested))));
        Assert.Equal([id], await Of(id, Filter.StateOn(overdue, DeadlineState.OpenWithin)));
        Assert.Equal([id], await Of(id, Filter.StateOn(until.AddDays(-7), DeadlineState.OpenDueSoon)));
        Assert.Equal([id], await Of(id, Filter.StateOn(until.AddDays(1), DeadlineState.OpenOverdue)));
        Assert.Equal([id], await Of(id, Filter.Object("deadline", Filter.Eq("firstDueDate", due))));
        Assert.Empty(await Of(id, Filter.Object("currentDeadline", Filter.Eq("firstDueDate", due))));
        Assert.Equal([id], await Of(id, Filter.Object("currentDeadline", Filter.Some("steps", Filter.And(Filter.Eq("due", until), Filter.Eq("isExclusive", false))))));
        Assert.Empty(await Of(id, Filter.Object("currentDeadline", Filter.Some("steps", FilterOperators.Compare("due", "lt", until)!))));
    }

    [Fact]
    public async Task What_is_due_after_the_granted_day_stays()
    {
        var id = Tasks.First(task => task is { IsOpen: true, Extensions.IsEmpty: true, Deadline.Steps.Length: > 1 } && task.Deadline.DueDate > task.Deadline.FirstDueDate!.Value.AddDays(1)).Id;
        var deadline = (await Store.GetTask(id))!.Deadline;
        var until = deadline.FirstDueDate!.Value.AddDays(1);
        await Request(id, until);
        await Store.ChangeTask(id, null, task => task.DecideExtension($"{id}/extension/1", new(ExtensionVerdict.Grant, SampleStore.Moment)), SampleStore.Record);

        var current = (await Store.GetTask(id))!.CurrentDeadline;

        Assert.Equal((until, deadline.DueDate), (current.FirstDueDate, current.DueDate));
        Assert.Equal([id], await Of(id, Filter.Object("currentDeadline", Filter.And(Filter.Eq("firstDueDate", until), Filter.Eq("dueDate", deadline.DueDate!.Value)))));
        Assert.Equal([id], await Of(id, Filter.StateOn(until, DeadlineState.OpenDueSoon)));
    }

    [Fact]
    public async Task Groups_and_summaries_know_of_extensions()
    {
        var (id, due) = await Dated();
        var until = due.AddDays(50);
        await Request(id, until);
        await Store.ChangeTask(id, null, task => task.DecideExtension($"{id}/extension/1", new(ExtensionVerdict.Grant, SampleStore.Moment)), SampleStore.Record);

        foreach (var by in (TaskGroupKey[])[TaskGroupKey.Month, TaskGroupKey.Quarter, TaskGroupKey.DeadlineState])
        {
            var groups = await Store.GroupTasks(new GroupQuery { By = [by], AsOf = due.AddDays(1), Filter = Filter.Eq("id", id) });
            var key = Assert.Single(groups.Items).Key;
            Assert.Equal(
                by switch { TaskGroupKey.Month => CalendarMonth.Of(until), TaskGroupKey.Quarter => CalendarQuarter.Of(until), _ => DeadlineState.OpenWithin },
                by switch { TaskGroupKey.Month => key.Month, TaskGroupKey.Quarter => key.Quarter, _ => (object?)key.DeadlineState });
        }

        var plan = Filter.Eq("id", id.Split('/')[0]);
        Assert.Single((await Store.FindPlans(new() { Filter = Filter.And(plan, Filter.Summary(due.AddDays(1), "nextDeadline", Filter.Eq("nextDeadline", until))) })).Items);
        Assert.Single((await Store.FindPlans(new() { Filter = Filter.And(plan, Filter.Summary(due.AddDays(1), "openOverdue", Filter.Eq("openOverdue", 0))) })).Items);
    }

    [Fact]
    public async Task A_refused_extension_changes_no_deadline_and_is_told()
    {
        var (id, due) = await Dated();
        await Request(id, due.AddDays(50));
        await Store.ChangeTask(
            id, null, task => task.DecideExtension($"{id}/extension/1", new(ExtensionVerdict.Refuse, Minute(2).At) { Reason = "Đã gia hạn nhiều" }), Minute(2));

        Assert.Equal([id], await Of(id, Filter.StateOn(due.AddDays(1), DeadlineState.OpenOverdue)));
        Assert.Equal([id], await Of(id, Filter.Object("currentDeadline", Filter.Eq("firstDueDate", due))));
        var changes = (await ChangesOf(NewPlan)).Items.Where(change => change.NodeId == id).ToList();
        Assert.Equal([ChangeKind.ExtensionRequested, ChangeKind.ExtensionDecided], changes.Select(change => change.Kind));
        var text = $"{due:yyyy-MM-dd} to {due.AddDays(50):yyyy-MM-dd}, Chờ hướng dẫn";
        Assert.Equal([new("extensions", text, $"{text}, REFUSED: Đã gia hạn nhiều")], FieldChange.Of(changes[1].Event!));
    }

    [Fact]
    public async Task Notes_are_kept_found_and_told()
    {
        var id = await New();
        await Store.ChangeTask(id, null, task => task.AddNote(new() { Text = " Đã họp\nlần 1 ", By = "an", At = SampleStore.Moment.AddTicks(3) }), Minute(1));

        var note = Assert.Single((await Store.GetTask(id))!.Notes);
        Assert.Equal(new TaskNote { Id = $"{id}/note/1", Text = "Đã họp\nlần 1", By = "an", At = SampleStore.Moment.AddTicks(3) }, note);
        Assert.Equal(note, await Store.GetNode(note.Id));
        Assert.Equal([id], await Of(id, Filter.Some("notes", FilterOperators.Compare("text", "contains", "da hop")!)));
        var changes = (await ChangesOf(NewPlan)).Items;
        Assert.Equal((ChangeKind.NoteAdded, new FieldChange("notes", null, "Đã họp\nlần 1")), (changes[1].Kind, Assert.Single(FieldChange.Of(changes[1].Event!))));
    }

    private Task<IEnumerable<string>> Of(string id, Filter filter) => TaskIds(Filter.And(Filter.Eq("id", id), filter));

    private async Task<(string Id, DateOnly Due)> Dated()
    {
        await Store.Insert(SamplePlans.Small("new", 9), SampleStore.Record);
        var task = (await Store.GetPlan(NewPlan))!.Tasks.First(task => task.Deadline.Steps.Length == 1);

        // Alone in its plan, so that what is counted there is this one.
        foreach (var other in task.Plan.Tasks.Where(other => other.Id != task.Id))
        {
            await Store.ChangeTask(other.Id, null, open => open.ChangeStatus(GovGraph.Plans.Tasks.TaskStatus.Cancelled, null, Today), SampleStore.Record);
        }

        return (task.Id, task.Deadline.FirstDueDate!.Value);
    }

    private async Task Request(string id, DateOnly until)
    {
        var asked = new DeadlineExtension { Until = until, Reason = "Chờ hướng dẫn", By = "an", At = SampleStore.Moment };
        Assert.Null((await Store.ChangeTask(id, null, task => task.RequestExtension(asked), SampleStore.Record)).Refusal);
    }
}
