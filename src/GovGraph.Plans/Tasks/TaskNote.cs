namespace GovGraph.Plans.Tasks;

/// <summary>What someone wrote down about a task after its plan was issued. It is never changed.</summary>
public sealed record TaskNote : INode
{
    /// <summary><c>&lt;task id&gt;/note/1</c>; given by the task that it is added to.</summary>
    public string Id { get; init; } = "";

    public required string Text { get; init; }

    public string? By { get; init; }

    public required DateTimeOffset At { get; init; }

    internal static string IdOf(string taskId, int number) => $"{taskId}/note/{number}";
}
