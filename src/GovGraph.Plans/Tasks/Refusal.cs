using System.Collections.Immutable;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Tasks;

/// <summary>Why a change of a task or an indicator did not happen: each reason is a record in the room of what it speaks of.</summary>
public abstract record Refusal
{
    private readonly Wording wording;

    protected Refusal(string english, string vietnamese)
        : this(new Wording(english, vietnamese))
    {
    }

    protected Refusal(Wording wording) => this.wording = wording;

    /// <summary>What is wrong and what to do, in the language of whoever reads it now.</summary>
    public string Message => wording.ToString();
}

/// <summary>No plan has a task of that id.</summary>
public sealed record TaskNotFound(string Id)
    : Refusal($"There is no task {Id}.", $"Không có nhiệm vụ {Id}.");

/// <summary>A task can't go from its status to the wanted one.</summary>
public sealed record TransitionNotAllowed(TaskStatus From, TaskStatus To, ImmutableArray<TaskStatus> Allowed)
    : Refusal(From == To
        ? new Wording($"The task is {From.Printed()} already.", $"Nhiệm vụ đang ở trạng thái {From.Printed()} rồi.")
        : new(
            $"A task that is {From.Printed()} can't become {To.Printed()}; it can become {string.Join(" or ", Allowed.Select(TaskTransitions.Printed))}.",
            $"Nhiệm vụ ở trạng thái {From.Printed()} không thể chuyển sang {To.Printed()}; chỉ có thể chuyển sang {string.Join(" hoặc ", Allowed.Select(TaskTransitions.Printed))}."));

/// <summary>More time is only asked for what is still to be done.</summary>
public sealed record TaskNotOpen(string TaskId, TaskStatus Status)
    : Refusal($"The task {TaskId} is {Status.Printed()}: nothing of it is still to be done.", $"Nhiệm vụ {TaskId} đang ở trạng thái {Status.Printed()}: không còn việc phải làm.");

/// <summary>There is as much of something as there may be.</summary>
public sealed record TooMany(Wording Why)
    : Refusal(Why);
