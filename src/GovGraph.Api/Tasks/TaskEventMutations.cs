using System.Collections.Immutable;
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

    public static void Bind(TypeBinding<Root> mutation)
    {
        mutation.FieldAsync("recordEvent", (_, context) => RecordEvent(context));
        mutation.FieldAsync("closeEvent", (_, context) => CloseEvent(context));
    }

    public static void BindPayload(TypeBinding<RecordEventPayload> payloads)
    {
        payloads.Field("task", payload => payload.Task);
        payloads.Field("event", payload => payload.Event);
        payloads.Field("errors", payload => payload.Errors);
    }

    public static void BindPayload(TypeBinding<CloseEventPayload> payloads)
    {
        payloads.Field("task", payload => payload.Task);
        payloads.Field("event", payload => payload.Event);
        payloads.Field("errors", payload => payload.Errors);
    }

    private static async ValueTask<RecordEventPayload> RecordEvent(FieldContext context)
    {
        var moment = context.Get<Moment>();
        var input = RecordEventInput.From(InputObject.Of(context));
        if (s_recordRules.Validate(input) is { IsValid: false } faults) return new(null, null, MutationError.ForEach(faults, context));

        var days = context.Get<DayCount>();
        var happened = input.ToEvent(moment.Now);
        var (task, error) = await NodeChanges.OfTask(
            context, input.TaskId, input.Request, task => task.RecordEvent(happened, days, moment.Today));
        return error is null ? new(task, task!.Events[^1], null) : new(null, null, [error]);
    }

    private static async ValueTask<CloseEventPayload> CloseEvent(FieldContext context)
    {
        var moment = context.Get<Moment>();
        var input = CloseEventInput.From(InputObject.Of(context));
        if (s_closeRules.On(moment.Today).Validate(input) is { IsValid: false } faults) return new(null, null, MutationError.ForEach(faults, context));

        // Where the id is that of no event, the task is not there either.
        var (task, error) = await NodeChanges.OfTask(
            context,
            TaskEvent.TaskIdOf(input.EventId) ?? "",
            input.Request,
            task => task.CloseEvent(input.EventId, input.DoneOn ?? moment.Today, input.Note));
        return error switch
        {
            null => new(task, task!.Events.First(item => item.Id == input.EventId), null),
            TaskNotFoundError => new(null, null, [MutationError.For(new EventNotFound(input.EventId), null, context)]),
            _ => new(null, null, [error]),
        };
    }
}

internal sealed record RecordEventPayload(PlanTask? Task, TaskEvent? Event, ImmutableArray<MutationError>? Errors);

internal sealed record CloseEventPayload(PlanTask? Task, TaskEvent? Event, ImmutableArray<MutationError>? Errors);
