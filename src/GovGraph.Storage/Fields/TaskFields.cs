using GovGraph.Plans;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of a task.</summary>
internal static class TaskFields
{
    /// <summary>The deadline that granted extensions have moved; worked out of the printed one where it is asked for.</summary>
    public const string CurrentDeadline = "currentDeadline";

    public static FieldMap<PlanTask> Map { get; } = new(
        "Task",
        new IdField<PlanTask>("id", task => task.Id),
        new TextField<PlanTask>("code", task => task.Code),
        new TextField<PlanTask>("title", task => task.Title),
        new TextField<PlanTask>("text", PrintedText),
        new TextField<PlanTask>("target", task => task.Target),
        new TextField<PlanTask>("expectedResult", task => task.ExpectedResult),
        new TextField<PlanTask>("note", task => task.Note),
        new ValueField<PlanTask, TaskStatus>("status", task => task.Status),
        new ValueField<PlanTask, DateOnly>("completedOn", task => task.CompletedOn),
        new ObjectField<PlanTask, Deadline>("deadline", task => task.Deadline, () => DeadlineFields.Map),
        new ObjectField<PlanTask, Deadline>(CurrentDeadline, task => task.CurrentDeadline, () => DeadlineFields.Map),
        new DeadlineStateField(),
        new InvolvesField(),
        new ListField<PlanTask, Assignment>("assignments", task => task.Assignments, () => AssignmentFields.Map),
        new ListField<PlanTask, EvidenceItem>("evidence", task => task.Evidence, () => EvidenceFields.Map),
        new ListField<PlanTask, TaskEvent>("events", task => task.Events, () => TaskEventFields.Map),
        new ListField<PlanTask, DeadlineExtension>("extensions", task => task.Extensions, () => ExtensionFields.Map),
        new ListField<PlanTask, TaskNote>("notes", task => task.Notes, () => TaskNoteFields.Map),
        new ValueField<PlanTask, long>("budget", task => task.Budget?.Dong, "budget.dong"),
        new ListField<PlanTask, Damage>("damage", task => task.Damage, () => DamageFields.Map),
        new ValueField<PlanTask, int>("ordinal", task => task.Ordinal),
        new ObjectField<PlanTask, Plan>("plan", task => task.Plan, () => PlanFields.Map, "", isAbove: true),
        new ObjectField<PlanTask, Area>("area", task => task.Area, () => AreaFields.Map, isAbove: true),
        new ObjectField<PlanTask, Component>("component", task => task.Component, () => ComponentFields.Map, isAbove: true),
        new ObjectField<PlanTask, TaskGroup>("group", task => task.Group, () => ComponentFields.Groups, isAbove: true))
    {
        Tail = [new("plan.id"), new("ordinal")],
    };

    /// <summary>Everything that the row prints about what is to be done.</summary>
    internal static string? PrintedText(PlanTask task)
    {
        string?[] parts = [task.Text, task.Target, task.ExpectedResult, task.Note];
        var text = string.Join('\n', parts.Where(part => part is not null));
        return text.Length == 0 ? null : text;
    }
}
