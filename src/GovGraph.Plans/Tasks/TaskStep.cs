using System.Collections.Immutable;
using System.Globalization;
using GovGraph.Plans.Deadlines;

namespace GovGraph.Plans.Tasks;

/// <summary>A dated step of a task, as a row of its own, with the date that holds now.</summary>
public sealed class TaskStep
{
    private readonly DueStep step;
    private readonly int number;

    private TaskStep(PlanTask task, DueStep step, int number) => (Task, this.step, this.number) = (task, step, number);

    /// <summary>The task's id and which of its steps it is, counted from 1: <c>…/1.3.2/step/1</c>.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Task.Id}/step/{number}");

    public PlanTask Task { get; }

    public string? Label => step.Label;

    public DateOnly Due => step.Due;

    public DateOnly LastOnTimeDay => step.LastOnTimeDay;

    public bool IsExclusive => step.IsExclusive;

    public DateOnly? Start => step.Start;

    /// <summary>Whether its task is open: steps can't be ticked off one by one.</summary>
    public bool IsOpen => Task.IsOpen;

    /// <summary>The steps of all tasks: in the order of print, those of one task earliest first.</summary>
    public static ImmutableArray<TaskStep> Of(ImmutableArray<PlanTask> tasks)
    {
        var steps = ImmutableArray.CreateBuilder<TaskStep>();
        foreach (var task in tasks)
        {
            var number = 0;
            foreach (var step in task.CurrentDeadline.Steps)
            {
                steps.Add(new(task, step, ++number));
            }
        }

        return steps.ToImmutable();
    }
}
