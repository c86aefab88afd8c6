namespace GovGraph.Plans.Tasks;

/// <summary>How far a task has come.</summary>
public enum TaskStatus
{
    NotStarted,
    InProgress,
    Completed,
    Suspended,
    Cancelled,
}
