namespace GovGraph.Plans.Deadlines;

/// <summary>That someone asked for more time (gia hạn), and what was decided. The print stays as it is.</summary>
public sealed record DeadlineExtension : INode
{
    private const string InId = "/extension/";

    /// <summary><c>&lt;task id&gt;/extension/1</c>; given by the task that it is asked for.</summary>
    public string Id { get; init; } = "";

    /// <summary>The first due date that held when it was asked for; set by the task.</summary>
    public DateOnly Due { get; init; }

    /// <summary>The day that is asked for.</summary>
    public required DateOnly Until { get; init; }

    public required string Reason { get; init; }

    public string? By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null while nobody has decided.</summary>
    public ExtensionDecision? Decision { get; init; }

    public ExtensionState State =>
        Decision is null ? ExtensionState.Requested
        : Decision.Verdict == ExtensionVerdict.Grant ? ExtensionState.Granted
        : ExtensionState.Refused;

    /// <summary>The id of the task that the id of an extension begins with; null where it is no such id.</summary>
    public static string? TaskIdOf(string id) => id.LastIndexOf(InId, StringComparison.Ordinal) is > 0 and var end ? id[..end] : null;

    internal static string IdOf(string taskId, int number) => $"{taskId}{InId}{number}";
}

/// <summary>What was decided about an extension.</summary>
public sealed record ExtensionDecision(ExtensionVerdict Verdict, DateTimeOffset At)
{
    /// <summary>The day that was granted, which may be another than was asked for; null where it was refused.</summary>
    public DateOnly? Until { get; init; }

    public string? By { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Yes or no to an extension.</summary>
public enum ExtensionVerdict
{
    Grant,
    Refuse,
}

/// <summary>How far an extension has come.</summary>
public enum ExtensionState
{
    /// <summary>Asked for, and waits for a decision.</summary>
    Requested,
    Granted,
    Refused,
}
