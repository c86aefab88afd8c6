using GovGraph.Api.Access;
using GovGraph.Api.Filters;
using GovGraph.Api.History;
using GovGraph.Api.Units;
using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage.Fields;

namespace GovGraph.Api.Tasks;

internal static class TaskFields
{
    public static void Bind(TypeBinding<PlanTask> tasks)
    {
        tasks.Field("id", task => task.Id);
        tasks.Field("code", task => task.Code);
        tasks.Field("label", task => task.Label);
        tasks.Field("title", task => task.Title);
        tasks.Field("items", task => task.Items);
        tasks.Field("text", task => task.Text);
        tasks.Field("target", task => task.Target);
        tasks.Field("expectedResult", task => task.ExpectedResult);
        tasks.Field("note", task => task.Note);
        tasks.Field("deadline", task => task.Deadline);
        tasks.Field("currentDeadline", task => task.CurrentDeadline);
        tasks.Field("extendedTo", task => task.ExtendedTo);
        tasks.Field("deadlineState", (task, context) => task.DeadlineState(context.Argument<DateOnly?>("asOf") ?? context.Get<Moment>().Today));
        tasks.Assignments(task => task.Assignments);
        tasks.List("leadUnits", FieldMaps.Units, task => task.Units(UnitRole.Lead));
        tasks.List("coordinatingUnits", FieldMaps.Units, task => task.Units(UnitRole.Coordinating));
        tasks.List("implementingUnits", FieldMaps.Units, task => task.Units(UnitRole.Implementing));
        tasks.Field("budget", task => task.Budget);
        tasks.Field("status", task => task.Status);
        tasks.Field("statusNote", task => task.StatusNote);
        tasks.Field("completedOn", task => task.CompletedOn);
        tasks.List("evidence", FieldMaps.Evidence, task => task.Evidence);
        OccurrenceFields.BindTask(tasks);
        tasks.Field("events", task => task.Events);
        tasks.Field("extensions", task => task.Extensions);
        tasks.Field("notes", task => task.Notes);
        tasks.Field("plan", task => task.Plan);
        tasks.Field("area", task => task.Area);
        tasks.Field("component", task => task.Component);
        tasks.Field("group", task => task.Group);
        tasks.Field("damage", task => task.Damage);
        tasks.Field("line", task => task.Line);
        tasks.Field("version", task => task.Version);
        tasks.Field("viewerCan", (task, context) => new TaskPermissions(context.Get<Caller>(), task));
        tasks.History(task => task.Plan, task => [task]);
    }
}
