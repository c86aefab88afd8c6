namespace GovGraph.Plans;

/// <summary>A row that goes on after its plan was issued: its print stays, what has happened to it has versions.</summary>
public interface ITrackedNode : INode
{
    Plan Plan { get; }

    /// <summary>All that is not print.</summary>
    NodeProgress Progress { get; }

    /// <summary>The same print with other progress, which must be of its own kind.</summary>
    ITrackedNode WithProgress(NodeProgress kept);
}
