namespace GovGraph.Plans.Tasks;

/// <summary>An event that a task's time depends on has happened: a complaint came in. Its due date is kept as it was reckoned then.</summary>
public sealed record TaskEvent : INode
{
    /// <summary><c>&lt;task id&gt;/event/1</c>; given by the task that the event is recorded on.</summary>
    public string Id { get; init; } = "";

    /// <summary>What has happened, in the plan's words: <c>ngày tiếp nhận</c>.</summary>
    public required string Trigger { get; init; }

    public required DateOnly HappenedOn { get; init; }

    /// <summary>The last day on time; null where the plan prints no span.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The day on which what the event asks for was done; null while it is not.</summary>
    public DateOnly? DoneOn { get; init; }

    public string? Note { get; init; }

    /// <summary>What was said when it was done.</summary>
    public string? DoneNote { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Where it stands on a day; what was done later does not count yet.</summary>
    public TaskEventState State(DateOnly asOf) =>
        DoneOn is { } done && done <= asOf ? done > Due ? TaskEventState.Late : TaskEventState.OnTime
        : Due < asOf ? TaskEventState.Overdue
        : TaskEventState.Open;

    /// <summary>The id of the task that an event's id begins with; null where it is no id of an event.</summary>
    public static string? TaskIdOf(string id) => id.LastIndexOf(InId, StringComparison.Ordinal) is > 0 and var end ? id[..end] : null;

    internal static string IdOf(string taskId, int number) => $"{taskId}{InId}{number}";

    private const string InId = "/event/";
}

/// <summary>Where what an event asks for stands on a day.</summary>
public enum TaskEventState
{
    OnTime,
    Late,
    Open,
    Overdue,
}
