using System.Collections.Immutable;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Tasks;

public sealed partial class PlanTask
{
    /// <summary>What of its recurring duty was reported, by period and ordinal.</summary>
    public ImmutableArray<RecordedOccurrence> Recorded { get => Progress.Occurrences; init => Progress = Progress with { Occurrences = value }; }

    /// <summary>When its recurring duty is due from one day to another, within the plan's year: the earliest first, of those due together the shortest period first.</summary>
    /// <param name="from">The first due date; the first day of the plan's year where it is null.</param>
    /// <param name="to">The last due date; the last day of the plan's year where it is null.</param>
    /// <param name="asOf">The day on which they are looked at; what was done later does not count yet.</param>
    public IEnumerable<TaskOccurrence> Occurrences(DateOnly? from, DateOnly? to, DateOnly asOf) =>
        Slots(from ?? DateOnly.MinValue, to ?? DateOnly.MaxValue)
            .OrderBy(slot => slot.Due).ThenByDescending(slot => slot.Period.From).ThenBy(slot => slot.Ordinal)
            .Select(slot => Find(slot) is var recorded ? new TaskOccurrence(slot, recorded, StateOf(slot, recorded, asOf)) : null!);

    /// <summary>How many occurrences were due before a day and not done by it; none of a task that is completed or cancelled.</summary>
    public int MissingOccurrences(DateOnly asOf)
    {
        if (!IsOpen || !Deadlines.Occurrences.AreIn(Deadline))
        {
            return 0;
        }

        var missing = 0;
        foreach (var slot in Slots(DateOnly.MinValue, asOf))
        {
            if (StateOf(slot, Find(slot), asOf) == OccurrenceState.Missing)
            {
                missing++;
            }
        }

        return missing;
    }

    /// <summary>The task with one more of its occurrences done: the first one in the period, or due on the date, that is not recorded yet.</summary>
    /// <param name="period">Its period; null where the date says it.</param>
    /// <param name="due">Its date; null where the period says it.</param>
    /// <param name="ordinal">Which one in its period; the first one that is not recorded where it is null.</param>
    /// <param name="done">What to record; period and ordinal are set here.</param>
    public Change<PlanTask> RecordOccurrence(Period? period, DateOnly? due, int? ordinal, RecordedOccurrence done)
    {
        var slots = Slots(DateOnly.MinValue, DateOnly.MaxValue)
            .Where(slot => (period is null || slot.Period == period) && (due is null || slot.Due == due) && (ordinal is null || slot.Ordinal == ordinal))
            .OrderBy(slot => slot.Ordinal).ToList();
        if (slots.Count == 0)
        {
            return new OccurrenceNotDue(new(
                $"Nothing of the task {Id} is due {(period is null ? $"on {due:yyyy-MM-dd}" : $"for {period}")}{(ordinal is null ? "" : $" as number {ordinal}")}: see its occurrences.",
                $"Nhiệm vụ {Id} không có lần nào đến hạn {(period is null ? $"ngày {due:yyyy-MM-dd}" : $"trong kỳ {period}")}{(ordinal is null ? "" : $" với số thứ tự {ordinal}")}: xem occurrences của nhiệm vụ."));
        }

        if (slots.Select(slot => slot.Period).Distinct().Count() > 1)
        {
            return new OccurrenceNotDue(new(
                $"On {due:yyyy-MM-dd} several of the task {Id} are due: name one by its period, {string.Join(" or ", slots.Select(slot => slot.Period).Distinct())}.",
                $"Ngày {due:yyyy-MM-dd} nhiệm vụ {Id} có nhiều lần đến hạn: hãy nêu một kỳ, {string.Join(" hoặc ", slots.Select(slot => slot.Period).Distinct())}."));
        }

        var free = slots.Where(slot => Find(slot) is null).ToList();
        if (free.Count == 0)
        {
            return new OccurrenceRecordedAlready(slots[^1].Period, slots[^1].Ordinal, Find(slots[^1])!.HappenedOn);
        }

        var next = free[0];
        if (next.Recurrence is not null && done.HappenedOn < next.Period.From)
        {
            return new OccurrenceNotDue(new(
                $"The period {next.Period} begins on {next.Period.From:yyyy-MM-dd}: nothing can be done for it on {done.HappenedOn:yyyy-MM-dd}.",
                $"Kỳ {next.Period} bắt đầu ngày {next.Period.From:yyyy-MM-dd}: không thể thực hiện cho kỳ này vào ngày {done.HappenedOn:yyyy-MM-dd}."));
        }

        var recorded = done with { Period = next.Period, Ordinal = next.Ordinal, Note = EnteredText.Clean(done.Note) };
        return Next(Progress with { Occurrences = [.. Recorded.Append(recorded).OrderBy(item => item.Period.To).ThenByDescending(item => item.Period.From).ThenBy(item => item.Ordinal)] });
    }

    private IEnumerable<Occurrence> Slots(DateOnly from, DateOnly to) => Deadlines.Occurrences.Of(Deadline, Plan.Year, from, to);

    private RecordedOccurrence? Find(Occurrence slot)
    {
        foreach (var recorded in Recorded)
        {
            if (recorded.Ordinal == slot.Ordinal && recorded.Period == slot.Period)
            {
                return recorded;
            }
        }

        return null;
    }

    // As with a deadline, the printed date itself is not late, also when it says 'before' (trước): then everyone agrees.
    private OccurrenceState StateOf(Occurrence slot, RecordedOccurrence? recorded, DateOnly asOf) =>
        recorded is not null && recorded.HappenedOn <= asOf ? recorded.HappenedOn > slot.Due ? OccurrenceState.Late : OccurrenceState.OnTime
        : !IsOpen ? OccurrenceState.NotNeeded
        : slot.Due < asOf ? OccurrenceState.Missing
        : OccurrenceState.Open;
}
