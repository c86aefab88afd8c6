namespace GovGraph.Storage.Ordering;

/// <summary>One step of an order: the path of a field (<c>deadline.dueDate</c>) and a direction. Rising, what is null comes first; falling, last.</summary>
public sealed record OrderTerm(string Path, bool Descending = false)
{
    /// <summary>The day on which a figure of a summary is looked at.</summary>
    public DateOnly? AsOf { get; init; }
}
