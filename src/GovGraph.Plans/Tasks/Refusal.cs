using System.Collections.Immutable;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Tasks;

/// <summary>Why a change of a task or an indicator did not happen. A closed family: every reason is one of the records below.</summary>
public abstract record Refusal
{
    private readonly Wording wording;

    private protected Refusal(string english, string vietnamese)
        : this(new Wording(english, vietnamese))
    {
    }

    private protected Refusal(Wording wording) => this.wording = wording;

    /// <summary>What is wrong and what to do, in the language of whoever reads it now.</summary>
    public string Message => wording.ToString();
}

/// <summary>No plan has a task of that id.</summary>
public sealed record TaskNotFound(string Id)
    : Refusal($"There is no task {Id}.", $"Không có nhiệm vụ {Id}.");

/// <summary>No plan has an indicator of that id.</summary>
public sealed record IndicatorNotFound(string Id)
    : Refusal($"There is no indicator {Id}.", $"Không có chỉ tiêu {Id}.");

/// <summary>The one who asks is bound to units, and they do not have the part in the task or the indicator that the change asks for.</summary>
/// <param name="Key">The name of its key.</param>
/// <param name="Id">Of the task or the indicator.</param>
/// <param name="Part">What the units don't do, in words: lead, take part in.</param>
/// <param name="PartInVietnamese">The same in Vietnamese.</param>
public sealed record NotAuthorized(string Key, string Id, string Part, string PartInVietnamese)
    : Refusal(
        $"The current user is not authorized to access this resource: the units of the key '{Key}' do not {Part} {Id}.",
        $"Không có quyền truy cập: các đơn vị của khóa '{Key}' không {PartInVietnamese} {Id}.");

/// <summary>A task can't go from its status to the wanted one.</summary>
public sealed record TransitionNotAllowed(TaskStatus From, TaskStatus To, ImmutableArray<TaskStatus> Allowed)
    : Refusal(From == To
        ? new Wording($"The task is {From.Printed()} already.", $"Nhiệm vụ đang ở trạng thái {From.Printed()} rồi.")
        : new(
            $"A task that is {From.Printed()} can't become {To.Printed()}; it can become {string.Join(" or ", Allowed.Select(TaskTransitions.Printed))}.",
            $"Nhiệm vụ ở trạng thái {From.Printed()} không thể chuyển sang {To.Printed()}; chỉ có thể chuyển sang {string.Join(" hoặc ", Allowed.Select(TaskTransitions.Printed))}."));

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

/// <summary>More time is only asked for what is still to be done.</summary>
public sealed record TaskNotOpen(string TaskId, TaskStatus Status)
    : Refusal($"The task {TaskId} is {Status.Printed()}: nothing of it is still to be done.", $"Nhiệm vụ {TaskId} đang ở trạng thái {Status.Printed()}: không còn việc phải làm.");

/// <summary>The plan prints no date that could be moved.</summary>
public sealed record NothingToExtend(string TaskId)
    : Refusal($"The task {TaskId} has no dated deadline: there is nothing to extend.", $"Nhiệm vụ {TaskId} không có thời hạn theo ngày: không có gì để gia hạn.");

/// <summary>Somebody has to decide about the request before there is another one.</summary>
public sealed record ExtensionRequestedAlready(string Id)
    : Refusal($"{Id} still waits for a decision: there is one request at a time.", $"{Id} còn chờ quyết định: mỗi lần chỉ có một đề nghị.");

/// <summary>An extension gives more time than there is.</summary>
public sealed record ExtensionNotLater(DateOnly Until, DateOnly Due)
    : Refusal(
        $"An extension ends after the due date that holds, {Due:yyyy-MM-dd}; {Until:yyyy-MM-dd} does not.",
        $"Thời hạn gia hạn phải sau thời hạn hiện hành, {Due:yyyy-MM-dd}; {Until:yyyy-MM-dd} thì không.");

/// <summary>The task has no such extension.</summary>
public sealed record ExtensionNotFound(string Id)
    : Refusal($"There is no extension {Id}.", $"Không có đề nghị gia hạn {Id}.");

/// <summary>What was decided is not decided again.</summary>
public sealed record ExtensionDecidedAlready(string Id, ExtensionState State)
    : Refusal(
        $"{Id} is {State.ToString().ToUpperInvariant()} already: ask for another one.",
        $"{Id} đang ở trạng thái {State.ToString().ToUpperInvariant()} rồi: hãy gửi đề nghị khác.");

/// <summary>There is as much of something as there may be.</summary>
public sealed record TooMany(Wording Why)
    : Refusal(Why);

/// <summary>No day of the period lies in the year that the plan is for.</summary>
public sealed record PeriodOutsidePlan(Period Period, int Year)
    : Refusal(
        $"The plan is for {Year}; no day of {Period} is in that year.",
        $"Kế hoạch dành cho năm {Year}; kỳ {Period} không có ngày nào trong năm đó.");

/// <summary>A recurring duty has no such occurrence in its plan, or more than one.</summary>
public sealed record OccurrenceNotDue(Wording Why)
    : Refusal(Why);

/// <summary>The occurrence was done before.</summary>
public sealed record OccurrenceRecordedAlready(Period Period, int Ordinal, DateOnly HappenedOn)
    : Refusal(
        $"For {Period}, number {Ordinal}, it is recorded already as done on {HappenedOn:yyyy-MM-dd}.",
        $"Kỳ {Period}, lần thứ {Ordinal}, đã được ghi nhận là thực hiện ngày {HappenedOn:yyyy-MM-dd}.");

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

/// <summary>The event has not happened yet.</summary>
public sealed record EventAhead(DateOnly HappenedOn, DateOnly Today)
    : Refusal(
        $"The event can't have happened on {HappenedOn:yyyy-MM-dd}: that is after today, {Today:yyyy-MM-dd} in Vietnam.",
        $"Sự kiện không thể xảy ra ngày {HappenedOn:yyyy-MM-dd}: đó là sau hôm nay, {Today:yyyy-MM-dd} (giờ Việt Nam).");

/// <summary>The task has no such event.</summary>
public sealed record EventNotFound(string Id)
    : Refusal($"There is no event {Id}.", $"Không có sự kiện {Id}.");

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

/// <summary>Someone else changed it since it was read.</summary>
public sealed record VersionConflict(long Expected, long Actual)
    : Refusal(
        $"Version {Expected} was expected, but it is version {Actual} by now: read it again, then decide.",
        $"Phiên bản mong đợi là {Expected}, nhưng hiện đã là {Actual}: hãy đọc lại rồi quyết định.");

/// <summary>The file that should be evidence is not there, or is not taken.</summary>
/// <param name="Code">A stable word for programs.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record FileRefused(string Code, Wording Reason)
    : Refusal(Reason);

/// <summary>The task has this evidence already.</summary>
public sealed record DuplicateEvidence(string ExistingId)
    : Refusal($"The task has this evidence already: {ExistingId}.", $"Nhiệm vụ đã có sản phẩm kiểm chứng này: {ExistingId}.");

/// <summary>The key of the change named one before, which happened.</summary>
public sealed record ChangeRepeated()
    : Refusal("A change with this key has happened already.", "Thay đổi với khóa này đã được thực hiện.");

/// <summary>Another change, with which it was to happen together, was refused.</summary>
public sealed record NotApplied()
    : Refusal(
        "Nothing was changed, since another item was refused: repair that one, or ask with mode BEST_EFFORT.",
        "Không có gì thay đổi vì một mục khác bị từ chối: hãy sửa mục đó, hoặc gửi với mode BEST_EFFORT.");

/// <summary>The store can't change tasks of several plans at once.</summary>
public sealed record OnePlanAtOnce()
    : Refusal(
        "The plans are kept in MongoDB, where tasks of several plans can't be changed in one write; nothing was changed. Ask for each plan by itself, or with mode BEST_EFFORT.",
        "Các kế hoạch được lưu trong MongoDB, nơi không thể thay đổi nhiệm vụ của nhiều kế hoạch trong một lần ghi; không có gì thay đổi. Hãy gửi riêng từng kế hoạch, hoặc dùng mode BEST_EFFORT.");
