using System.Collections.Immutable;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Tasks;

public sealed partial class PlanTask
{
    public const int MostExtensions = 20;

    /// <summary>All requests for more time, oldest first.</summary>
    public ImmutableArray<DeadlineExtension> Extensions { get => Progress.Extensions; init => Progress = Progress with { Extensions = value }; }

    /// <summary>The day to which more time was granted; no step is due before it.</summary>
    public DateOnly? ExtendedTo => Progress.ExtendedTo;

    /// <summary>The deadline that the task is held against: the print, with what is due before the granted day due on it.</summary>
    public Deadline CurrentDeadline => ExtendedTo is { } until ? Deadline.NotBefore(until) : Deadline;

    /// <summary>The task with a request for more time, which gets its id here.</summary>
    public Change<PlanTask> RequestExtension(DeadlineExtension asked)
    {
        if (!IsOpen)
        {
            return new TaskNotOpen(Id, Status);
        }

        if (CurrentDeadline.FirstDueDate is not { } due)
        {
            return new NothingToExtend(Id);
        }

        if (Extensions.FirstOrDefault(extension => extension.State == ExtensionState.Requested) is { } open)
        {
            return new ExtensionRequestedAlready(open.Id);
        }

        if (asked.Until <= due)
        {
            return new ExtensionNotLater(asked.Until, due);
        }

        return Extensions.Length >= MostExtensions
            ? new TooMany(new($"For the task {Id} more time was asked {MostExtensions} times, and no task may more often.", $"Nhiệm vụ {Id} đã đề nghị gia hạn {MostExtensions} lần, là mức tối đa."))
            : Next(Progress with
            {
                Extensions = Extensions.Add(asked with
                {
                    Id = DeadlineExtension.IdOf(Id, Extensions.Length + 1),
                    Due = due,
                    Reason = EnteredText.Clean(asked.Reason) ?? "",
                    Decision = null,
                }),
            });
    }

    /// <summary>The task with a request for more time granted or refused. What is granted is the day that was asked for where the decision names none.</summary>
    public Change<PlanTask> DecideExtension(string extensionId, ExtensionDecision decision)
    {
        if (Extensions.FirstOrDefault(extension => extension.Id == extensionId) is not { } open)
        {
            return new ExtensionNotFound(extensionId);
        }

        if (open.State != ExtensionState.Requested)
        {
            return new ExtensionDecidedAlready(extensionId, open.State);
        }

        DateOnly? until = decision.Verdict == ExtensionVerdict.Grant ? decision.Until ?? open.Until : null;
        if (until <= open.Due)
        {
            return new ExtensionNotLater(until.Value, open.Due);
        }

        var decided = decision with { Until = until, Reason = EnteredText.Clean(decision.Reason) };
        return Next(Progress with { Extensions = Extensions.Replace(open, open with { Decision = decided }) });
    }
}
