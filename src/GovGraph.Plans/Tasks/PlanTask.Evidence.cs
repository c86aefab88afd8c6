using System.Collections.Immutable;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Tasks;

public sealed partial class PlanTask
{
    // A version of a task is kept whole for each of its changes, so what hangs on one must have an end.
    public const int MostEvidence = 200;
    public const int MostReviews = 20;

    public ImmutableArray<EvidenceItem> Evidence { get => Progress.Evidence; init => Progress = Progress with { Evidence = value }; }

    // A task that stands in no plan yet is asked for what most plans ask for.
    private EvidenceRule EvidenceRule => Area?.Plan.EvidenceRule ?? default;

    /// <summary>The task with one more piece of evidence, which gets its id here.</summary>
    public Change<PlanTask> AddEvidence(EvidenceItem item)
    {
        var cleaned = item.Cleaned();
        if (Evidence.FirstOrDefault(other => other.IsStanding && cleaned.IsSameAs(other)) is { } existing)
        {
            return new DuplicateEvidence(existing);
        }

        return Evidence.Length >= MostEvidence
            ? new TooMany(new(
                $"The task {Id} has {MostEvidence} pieces of evidence, and no task may have more.",
                $"Nhiệm vụ {Id} đã có {MostEvidence} sản phẩm kiểm chứng, là mức tối đa."))
            : Next(Progress with { Evidence = Evidence.Add(cleaned with { Id = EvidenceItem.IdOf(Id, Evidence.Length + 1) }) });
    }

    /// <summary>The task with one more review of a piece of its evidence. Where it was completed on what is returned, it is under way again.</summary>
    public Change<PlanTask> ReviewEvidence(string evidenceId, EvidenceReview review)
    {
        if (Evidence.FirstOrDefault(item => item.Id == evidenceId) is not { } open)
        {
            return new EvidenceNotFound(evidenceId);
        }

        var decided = review.Decision == ReviewDecision.Accept ? EvidenceState.Accepted : EvidenceState.Returned;
        if (open.State == EvidenceState.Withdrawn || open.State == decided)
        {
            return new EvidenceStateNotAllowed(evidenceId, open.State);
        }

        if (open.Reviews.Length >= MostReviews)
        {
            return new TooMany(new(
                $"{evidenceId} was reviewed {MostReviews} times, and no evidence may be more often.",
                $"{evidenceId} đã được thẩm định {MostReviews} lần, là mức tối đa."));
        }

        var kept = review with { Reason = EnteredText.Clean(review.Reason) };
        var next = Progress with { Evidence = Evidence.Replace(open, open with { Reviews = open.Reviews.Add(kept) }) };
        return Next(Status == TaskStatus.Completed && !IsProven(next.Evidence)
            ? next with { Status = TaskStatus.InProgress, StatusNote = kept.Reason, CompletedOn = null }
            : next);
    }

    /// <summary>The task with a piece of its evidence taken back, which stays where it is and counts no more.</summary>
    public Change<PlanTask> WithdrawEvidence(string evidenceId, EvidenceWithdrawal withdrawal)
    {
        if (Evidence.FirstOrDefault(item => item.Id == evidenceId) is not { } open)
        {
            return new EvidenceNotFound(evidenceId);
        }

        if (open.State == EvidenceState.Withdrawn)
        {
            return new EvidenceStateNotAllowed(evidenceId, open.State);
        }

        var left = Evidence.Replace(open, open with { Withdrawal = withdrawal with { Reason = EnteredText.Clean(withdrawal.Reason) } });
        return Status == TaskStatus.Completed && !IsProven(left) ? new EvidenceNeeded(Id, evidenceId) : Next(Progress with { Evidence = left });
    }

    private bool IsProven(ImmutableArray<EvidenceItem> evidence) => evidence.Any(item => item.Suffices(EvidenceRule));
}
