using GovGraph.Plans.Tasks;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Evidence;

/// <summary>A task is completed only with the evidence that its plan asks for.</summary>
public sealed record EvidenceMissing(string TaskId, EvidenceRule Rule = default, bool HasSome = false)
    : Refusal(
        !HasSome ? new Wording(
            $"The task {TaskId} has no evidence: add a document, a link or a file, then complete it.",
            $"Nhiệm vụ {TaskId} chưa có sản phẩm kiểm chứng: hãy bổ sung văn bản, đường dẫn hoặc tệp rồi mới báo hoàn thành.")
        : Rule == EvidenceRule.Accepted ? new(
            $"The task {TaskId} has no accepted evidence, which its plan asks for: have its evidence reviewed, then complete it.",
            $"Nhiệm vụ {TaskId} chưa có sản phẩm kiểm chứng được chấp nhận như kế hoạch yêu cầu: hãy đề nghị thẩm định rồi mới báo hoàn thành.")
        : new(
            $"All evidence of the task {TaskId} was returned or withdrawn: add other evidence, then complete it.",
            $"Mọi sản phẩm kiểm chứng của nhiệm vụ {TaskId} đã bị trả lại hoặc rút: hãy bổ sung sản phẩm khác rồi mới báo hoàn thành."));

/// <summary>The task has no such evidence.</summary>
public sealed record EvidenceNotFound(string Id)
    : Refusal($"There is no evidence {Id}.", $"Không có sản phẩm kiểm chứng {Id}.");

/// <summary>What was withdrawn stays so, and what was decided is not decided again.</summary>
public sealed record EvidenceStateNotAllowed(string Id, EvidenceState State)
    : Refusal(State == EvidenceState.Withdrawn
        ? new Wording($"{Id} was withdrawn: hand in what is to count.", $"{Id} đã được rút: hãy nộp sản phẩm được tính.")
        : new($"{Id} is {State.ToString().ToUpperInvariant()} already.", $"{Id} đang ở trạng thái {State.ToString().ToUpperInvariant()} rồi."));

/// <summary>A task was completed on the evidence that is to be withdrawn.</summary>
public sealed record EvidenceNeeded(string TaskId, string Id)
    : Refusal(
        $"The task {TaskId} is COMPLETED on {Id}: add other evidence first, or set the task to IN_PROGRESS, then withdraw it.",
        $"Nhiệm vụ {TaskId} đã COMPLETED nhờ {Id}: hãy bổ sung sản phẩm khác trước, hoặc chuyển nhiệm vụ về IN_PROGRESS rồi mới rút.");

/// <summary>The task has this evidence already.</summary>
public sealed record DuplicateEvidence(EvidenceItem Existing)
    : Refusal($"The task has this evidence already: {Existing.Id}.", $"Nhiệm vụ đã có sản phẩm kiểm chứng này: {Existing.Id}.");
