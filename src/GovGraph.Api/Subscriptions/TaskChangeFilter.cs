using GovGraph.Api.Access;
using GovGraph.Api.Filters;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Fields;

namespace GovGraph.Api.Subscriptions;

/// <summary>Which changes a follower is told of: those of tasks that match after the change, and those by which a task stopped matching.</summary>
/// <param name="where">A <c>TaskFilterInput</c>; null matches every task.</param>
/// <param name="caller">Who follows: hears only of plans that it sees.</param>
/// <param name="time">The clock: a filter that speaks of today means the day on which the change is told.</param>
internal sealed class TaskChangeFilter(IReadOnlyDictionary<string, object?>? where, Caller caller, TimeProvider time)
{
    private readonly VietnamClock _clock = new(time);
    private readonly OnceADay<Func<PlanTask, bool>> _matches = new(today =>
        (where is null ? null : FilterInputs.Read(FieldMaps.Tasks, where, today))?.Compile(FieldMaps.Tasks) ?? (_ => true));

    /// <summary>Null where the follower is not told of it.</summary>
    public TaskChanged? Judge(TaskChange change)
    {
        if (!IsSeen(change.Task)) return null;
        if (Matches(change.Task)) return new(change, IsMatch: true);
        return Matches(change.Before) ? new(change, IsMatch: false) : null;
    }

    // Of a task that is gone nobody can tell whose it was.
    private bool IsSeen(PlanTask? task) => task is null ? caller.Bodies is null : caller.Sees(task.Plan.Issuer.Id);

    private bool Matches(PlanTask? task) => task is null ? where is null : _matches.On(_clock.Today)(task);
}
