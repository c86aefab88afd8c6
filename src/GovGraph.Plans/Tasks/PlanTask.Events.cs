using System.Collections.Immutable;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Tasks;

public sealed partial class PlanTask
{
    // A longer one is no span that an office gives, and would end after the last day that there is.
    private const int LongestSpan = 9999;

    /// <summary>The events that its time depends on and that have happened, as they were recorded.</summary>
    public ImmutableArray<TaskEvent> Events { get => Progress.Events; init => Progress = Progress with { Events = value }; }

    /// <summary>The task with an event that starts its clock. The event gets its id and its due date here.</summary>
    /// <param name="happened">What has happened; the words of its trigger may be left empty where the plan names one only.</param>
    /// <param name="days">How days are counted.</param>
    /// <param name="today">Until when an event can have happened; what a task must be done before can lie ahead.</param>
    public Change<PlanTask> RecordEvent(TaskEvent happened, DayCount days, DateOnly today)
    {
        var asked = EnteredText.Clean(happened.Trigger);
        var found = asked is null ? Deadline.Triggers : [.. Deadline.Triggers.Where(trigger => FoldedText.Fold(trigger.Event) == FoldedText.Fold(asked))];
        if (found.Length != 1)
        {
            return new TriggerNotFound(asked, found.Length > 1 ? found : Deadline.Triggers);
        }

        var trigger = found[0];
        if (happened.HappenedOn > today && trigger.Relation is not (TriggerRelation.Before or TriggerRelation.BeforeAndDuring))
        {
            return new EventAhead(happened.HappenedOn, today);
        }

        return Next(Progress with
        {
            Events = Events.Add(happened with
            {
                Id = TaskEvent.IdOf(Id, Events.Length + 1),
                Trigger = trigger.Event,
                Due = DueAfter(trigger, happened.HappenedOn, days),
                Note = EnteredText.Clean(happened.Note),
            }),
        });
    }

    /// <summary>The task with what an event asks for done.</summary>
    public Change<PlanTask> CloseEvent(string eventId, DateOnly doneOn, string? note)
    {
        if (Events.FirstOrDefault(item => item.Id == eventId) is not { } open)
        {
            return new EventNotFound(eventId);
        }

        if (open.DoneOn is { } day)
        {
            return new EventClosedAlready(eventId, day);
        }

        // What is to be done before an event is due before it as well, or without a date.
        if (doneOn < open.HappenedOn && open.Due >= open.HappenedOn)
        {
            return new DoneBeforeEvent(doneOn, open.HappenedOn);
        }

        return Next(Progress with { Events = Events.Replace(open, open with { DoneOn = doneOn, DoneNote = EnteredText.Clean(note) }) });
    }

    private static DateOnly? DueAfter(DeadlineTrigger trigger, DateOnly day, DayCount days) => (trigger.Relation, trigger.Amount, trigger.Unit) switch
    {
        (TriggerRelation.WithinAfter, { } amount and <= LongestSpan, { } unit) => days.After(day, amount, unit),
        (TriggerRelation.Before, { } amount and <= LongestSpan, { } unit) => days.Before(day, amount, unit),
        _ => null,
    };
}
