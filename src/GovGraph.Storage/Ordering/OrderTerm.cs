using GovGraph.Storage.Filters;

namespace GovGraph.Storage.Ordering;

/// <summary>One step of an order: the path of a field (<c>deadline.dueDate</c>) and a direction. Rising, what is null comes first; falling, last.</summary>
public sealed record OrderTerm(string Path, bool Descending = false)
{
    /// <summary>What the summary looks at whose figure orders.</summary>
    public SummaryScope? Summary { get; init; }

    /// <summary>The day of that summary.</summary>
    public DateOnly? AsOf { get => Summary?.AsOf; init => Summary = value; }

    // Cursors are marked with it, and there are some that are kept for ever: what was printed once stays.
    public override string ToString() =>
        $"{nameof(OrderTerm)} {{ {nameof(Path)} = {Path}, {nameof(Descending)} = {Descending}, {nameof(AsOf)} = {AsOf} }}"
        + (Summary is { } of && of != of.AsOf ? $" {of.Roles} {of.Year}" : "");
}
