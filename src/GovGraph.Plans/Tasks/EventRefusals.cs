using System.Collections.Immutable;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Tasks;

/// <summary>The plan does not say that the task depends on such an event, or names several.</summary>
public sealed record TriggerNotFound(string? Asked, ImmutableArray<DeadlineTrigger> Triggers)
    : Refusal(
        Triggers.IsEmpty ? new Wording("The task's time depends on no event.", "Thời hạn của nhiệm vụ không phụ thuộc sự kiện nào.")
        : Asked is null ? new(
            $"The task's time depends on several events: name one of them, {Named(Triggers, " or ")}.",
            $"Thời hạn của nhiệm vụ phụ thuộc nhiều sự kiện: hãy nêu một trong số đó, {Named(Triggers, " hoặc ")}.")
        : new(
            $"The task's time depends on other events: name one of them, {Named(Triggers, " or ")}.",
            $"Thời hạn của nhiệm vụ phụ thuộc sự kiện khác: hãy nêu một trong số đó, {Named(Triggers, " hoặc ")}."))
{
    private static string Named(ImmutableArray<DeadlineTrigger> triggers, string or) => string.Join(or, triggers.Select(trigger => $"'{trigger.Event}'"));
}

/// <summary>The task has no such event.</summary>
public sealed record EventNotFound(string Id)
    : Refusal($"There is no event {Id}.", $"Không có sự kiện {Id}.");

/// <summary>The event has not happened yet.</summary>
public sealed record EventAhead(DateOnly HappenedOn, DateOnly Today)
    : Refusal(
        $"The event can't have happened on {HappenedOn:yyyy-MM-dd}: that is after today, {Today:yyyy-MM-dd} in Vietnam.",
        $"Sự kiện không thể xảy ra ngày {HappenedOn:yyyy-MM-dd}: đó là sau hôm nay, {Today:yyyy-MM-dd} (giờ Việt Nam).");

/// <summary>What an event asks for can't be done before it.</summary>
public sealed record DoneBeforeEvent(DateOnly DoneOn, DateOnly HappenedOn)
    : Refusal(
        $"It can't have been done on {DoneOn:yyyy-MM-dd}, before the event of {HappenedOn:yyyy-MM-dd}.",
        $"Không thể thực hiện xong ngày {DoneOn:yyyy-MM-dd}, trước sự kiện ngày {HappenedOn:yyyy-MM-dd}.");

/// <summary>What the event asks for was done before.</summary>
public sealed record EventClosedAlready(string Id, DateOnly DoneOn)
    : Refusal(
        $"What {Id} asks for was done already on {DoneOn:yyyy-MM-dd}.",
        $"Việc mà {Id} yêu cầu đã thực hiện xong ngày {DoneOn:yyyy-MM-dd}.");
