using GovGraph.Api.Changes;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;

namespace GovGraph.Api.Tasks;

internal static class TaskEventMutations
{
    private static readonly RecordEventValidator s_recordRules = new();
    private static readonly OnceADay<CloseEventValidator> s_closeRules = new(today => new CloseEventValidator(today));

    public static void Bind(SchemaBindings bindings)
    {
        TaskEventErrors.Bind(bindings);
        bindings.Mutation("recordEvent", "task", "event", RecordEvent);
        bindings.Mutation("closeEvent", "task", "event", CloseEvent);
    }

    private static async ValueTask<NodePayload<PlanTask, TaskEvent>> RecordEvent(FieldContext context)
    {
        var moment = context.Get<Moment>();
        var input = RecordEventInput.From(InputObject.Of(context));
        if (MutationError.Faults(s_recordRules, input, context) is { } faults) return faults;

        var days = context.Get<DayCount>();
        var happened = input.ToEvent(moment.Now);
        var change = await NodeChanges.OfTask(context, input.TaskId, input.Request, task => task.RecordEvent(happened, days, moment.Today));
        return change.ToPayload(task => task.Events[^1]);
    }

    private static async ValueTask<NodePayload<PlanTask, TaskEvent>> CloseEvent(FieldContext context)
    {
        var today = context.Get<Moment>().Today;
        var input = CloseEventInput.From(InputObject.Of(context));
        if (MutationError.Faults(s_closeRules.On(today), input, context) is { } faults) return faults;

        var id = input.EventId;
        var change = await NodeChanges.OfTask(
            context, TaskEvent.TaskIdOf(id), new EventNotFound(id), input.Request, task => task.CloseEvent(id, input.DoneOn ?? today, input.Note));
        return change.ToPayload(task => task.Events.First(item => item.Id == id));
    }
}
