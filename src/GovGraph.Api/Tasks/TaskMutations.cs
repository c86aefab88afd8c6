using System.Collections.Immutable;
using GovGraph.Api.Changes;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Tasks;

namespace GovGraph.Api.Tasks;

internal static class TaskMutations
{
    private static readonly OnceADay<UpdateTaskStatusValidator> s_statusRules = new(today => new UpdateTaskStatusValidator(today));

    public static void Bind(SchemaBindings bindings)
    {
        TaskErrors.Bind(bindings);
        bindings.Mutation("updateTaskStatus", UpdateTaskStatus, payloads =>
        {
            payloads.Field("task", payload => payload.Task);
            payloads.Field("errors", payload => payload.Errors);
        });
    }

    private static async ValueTask<UpdateTaskStatusPayload> UpdateTaskStatus(FieldContext context)
    {
        var today = context.Get<Moment>().Today;
        var input = UpdateTaskStatusInput.From(InputObject.Of(context));
        if (MutationError.Faults(s_statusRules.On(today), input, context) is { } faults) return new(null, faults);

        var (task, error) = await NodeChanges.OfTask(
            context, input.TaskId, input.Request, task => task.ChangeStatus(input.Status, input.Note, input.CompletedOn ?? today));
        return error is null ? new(task, null) : new(null, [error]);
    }
}

internal sealed record UpdateTaskStatusPayload(PlanTask? Task, ImmutableArray<MutationError>? Errors);
