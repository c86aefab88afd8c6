using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Filters;
using Xunit;

namespace GovGraph.Storage.Tests.Contract;

public abstract partial class PlanStoreContract
{
    [Fact]
    public async Task Recorded_occurrences_and_events_are_seen_by_every_reader_afterwards()
    {
        var id = await New();

        await Store.ChangeTask(id, 1, Recorded, SampleStore.Record);

        var read = (await Store.GetTask(id))!;
        Assert.Equal(Occurrences, read.Recorded);
        Assert.Equal([Open(id), Closed(id)], read.Events);
        Assert.IsType<TaskEvent>(await Store.GetNode($"{id}/event/2"));
        Assert.Equal(Text(read.Plan), Text((await Store.GetPlan(read.Plan.Id))!));
    }

    [Fact]
    public async Task What_is_recorded_can_be_taken_away_again()
    {
        var id = await New();
        await Store.ChangeTask(id, 1, Recorded, SampleStore.Record);

        await Store.ChangeTask(id, 2, task => task.WithProgress(new TaskProgress { Version = 3 }), SampleStore.Record);

        var read = (await Store.GetTask(id))!;
        Assert.Equal((0, 0, 3L), (read.Recorded.Length, read.Events.Length, read.Version));
    }

    [Fact]
    public async Task A_life_with_occurrences_and_events_is_the_same_in_another_store()
    {
        var id = await New();
        await Store.ChangeTask(id, 1, Recorded, SampleStore.Record);
        await using var other = await CreateEmpty();

        var life = (await Lives(Store)).Single(life => life.Plan.Id == "new-2024-cchc");
        Assert.Equal(InsertOutcome.Inserted, await other.Restore(life, null, SampleStore.Record));

        Assert.Equal(Occurrences, Assert.IsType<TaskProgress>(life.Events[1].After).Occurrences);
        Assert.Equal(life.ContentHash(), Assert.Single(await Lives(other)).ContentHash());
    }

    [Fact]
    public async Task Tasks_are_found_by_their_events()
    {
        var id = await New();
        await Store.ChangeTask(id, 1, Recorded, SampleStore.Record);

        Assert.Equal([id], await Found(Filter.And(new Comparison("due", FilterOperator.Lt, new DateOnly(2024, 5, 17)), Filter.Eq("doneOn", null))));
        Assert.Equal([id], await Found(Filter.Eq("trigger", "NGAY tiep nhan")));
        Assert.Empty(await Found(Filter.And(new Comparison("due", FilterOperator.Lt, new DateOnly(2024, 5, 16)), Filter.Eq("doneOn", null))));
        Assert.Empty(await Found(Filter.Eq("trigger", "ngày khác")));

        Task<IEnumerable<string>> Found(Filter events) => TaskIds(Filter.And(Filter.Eq("id", id), Filter.Some("events", events)));
    }

    private static RecordedOccurrence[] Occurrences =>
    [
        new(Period.Quarter(2024, 1), 1, new(2024, 3, 20), SampleStore.Moment.AddTicks(7)) { Note = "Quý I" },
        new(Period.Quarter(2024, 1), 2, new(2024, 3, 31), SampleStore.Moment),
    ];

    private static Change<PlanTask> Recorded(PlanTask task) =>
        task.WithProgress(task.Progress with { Occurrences = [.. Occurrences], Events = [Open(task.Id), Closed(task.Id)], Version = task.Version + 1 });

    private static TaskEvent Open(string task) => new()
    {
        Id = $"{task}/event/1",
        Trigger = "ngày tiếp nhận",
        HappenedOn = new(2024, 5, 6),
        Due = new(2024, 5, 16),
        Note = "Đơn số 7",
        RecordedAt = SampleStore.Moment.AddTicks(7),
    };

    private static TaskEvent Closed(string task) =>
        new() { Id = $"{task}/event/2", Trigger = "có yêu cầu", HappenedOn = new(2024, 5, 7), DoneOn = new(2024, 5, 8), DoneNote = "Xong", RecordedAt = SampleStore.Moment };
}
