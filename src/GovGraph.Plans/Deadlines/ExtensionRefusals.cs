using GovGraph.Plans.Tasks;

namespace GovGraph.Plans.Deadlines;

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
