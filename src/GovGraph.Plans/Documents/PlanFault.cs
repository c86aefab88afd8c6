using System.Collections.Immutable;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Documents;

/// <summary>Something in a plan's file that is not as docs/plan-format.md wants it.</summary>
/// <param name="Path">Where, as a JSON path: <c>$.areas[0].tasks[2].deadline</c>.</param>
/// <param name="Message">What is wrong and what to do, in the language of whoever had the file read.</param>
public sealed record PlanFault(string Path, string Message);

/// <summary>What reading a file gives: a plan, or all that is wrong with it.</summary>
public sealed class PlanReading
{
    public Plan? Plan { get; internal init; }

    public ImmutableArray<PlanFault> Faults { get; internal init; } = [];

    /// <summary>Deadlines that could not be read, each with its task's id; the plan keeps their text.</summary>
    public ImmutableArray<string> UnknownDeadlines { get; internal init; } = [];
}

/// <summary>Collects faults, as many as someone can use.</summary>
internal sealed class PlanFaults
{
    private const int Most = 100;

    private readonly ImmutableArray<PlanFault>.Builder faults = ImmutableArray.CreateBuilder<PlanFault>();

    public bool IsFull => faults.Count >= Most;

    public void Add(string path, string english, string vietnamese) => Add(path, new Wording(english, vietnamese));

    public void Add(string path, Wording message) => Add(path, message.ToString());

    public void Add(string path, string message)
    {
        if (!IsFull)
        {
            faults.Add(new PlanFault(path, message));
        }
    }

    public bool IsEmpty => faults.Count == 0;

    public ImmutableArray<PlanFault> ToImmutable() => faults.ToImmutable();
}
