using System.Collections.Immutable;
using GovGraph.Api.Changes;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Tasks;

namespace GovGraph.Api.Tasks;

internal static class OccurrenceMutations
{
    private static readonly OnceADay<RecordOccurrenceValidator> s_rules = new(today => new RecordOccurrenceValidator(today));

    public static void Bind(TypeBinding<Root> mutation) => mutation.FieldAsync("recordOccurrence", (_, context) => RecordOccurrence(context));

    public static void BindPayload(TypeBinding<RecordOccurrencePayload> payloads)
    {
        payloads.Field("task", payload => payload.Task);
        payloads.Field("occurrence", payload => payload.Occurrence);
        payloads.Field("errors", payload => payload.Errors);
    }

    private static async ValueTask<RecordOccurrencePayload> RecordOccurrence(FieldContext context)
    {
        var moment = context.Get<Moment>();
        var input = RecordOccurrenceInput.From(InputObject.Of(context));
        if (s_rules.On(moment.Today).Validate(input) is { IsValid: false } faults) return new(null, null, MutationError.ForEach(faults, context));

        // The one that the store's last question found: what it recorded.
        RecordedOccurrence? recorded = null;
        var (task, error) = await NodeChanges.OfTask(context, input.TaskId, input.Request, task =>
        {
            var changed = task.RecordOccurrence(input.Period?.Find(), input.Due, input.Ordinal, input.ToRecord(moment.Now));
            recorded = changed.Value?.Recorded.Except(task.Recorded).Single();
            return changed;
        });
        return error is null
            ? new(task, task!.Occurrences(null, null, moment.Today).First(occurrence => occurrence.Recorded == recorded), null)
            : new(null, null, [error]);
    }
}

internal sealed record RecordOccurrencePayload(PlanTask? Task, TaskOccurrence? Occurrence, ImmutableArray<MutationError>? Errors);
