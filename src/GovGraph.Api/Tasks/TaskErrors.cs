using System.Collections.Immutable;
using GovGraph.GraphQL.Bindings;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Api.Tasks;

internal static class TaskErrors
{
    public static void Bind(SchemaBindings bindings)
    {
        bindings.Error<TaskNotFoundError>(errors => errors.Field("id", error => error.Id));
        bindings.Error<TransitionNotAllowedError>(errors =>
        {
            errors.Field("from", error => error.From);
            errors.Field("to", error => error.To);
            errors.Field("allowed", error => error.Allowed);
        });
        bindings.Error<TaskNotOpenError>(errors => errors.Field("status", error => error.Status));
    }
}

internal sealed record TaskNotFoundError(string Message, string Id) : MutationError(Message, "TASK_NOT_FOUND");

internal sealed record TransitionNotAllowedError(string Message, TaskStatus From, TaskStatus To, ImmutableArray<TaskStatus> Allowed)
    : MutationError(Message, "TRANSITION_NOT_ALLOWED");

internal sealed record TaskNotOpenError(string Message, TaskStatus Status) : MutationError(Message, "TASK_NOT_OPEN");
