using System.Collections.Immutable;
using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Deadlines;

namespace GovGraph.Api.Tasks;

internal static class TaskEventErrors
{
    public static void Bind(SchemaBindings bindings)
    {
        bindings.Error<TriggerNotFoundError>(errors => errors.Field("triggers", error => error.Triggers));
        bindings.Error<EventNotFoundError>(errors => errors.Field("id", error => error.Id));
        bindings.Error<EventClosedError>(errors =>
        {
            errors.Field("id", error => error.Id);
            errors.Field("doneOn", error => error.DoneOn);
        });
    }
}

internal sealed record TriggerNotFoundError(string Message, ImmutableArray<DeadlineTrigger> Triggers) : MutationError(Message, "TRIGGER_NOT_FOUND");

internal sealed record EventNotFoundError(string Message, string Id) : MutationError(Message, "EVENT_NOT_FOUND");

internal sealed record EventClosedError(string Message, string Id, DateOnly DoneOn) : MutationError(Message, "EVENT_CLOSED");
