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

        var change = await NodeChanges.OfTask(
            context, input.TaskId, input.Request, task => task.RecordOccurrence(input.Period?.Find(), input.Due, input.Ordinal, input.ToRecord(moment.Now)));
        if (change is not { Node: { } task, Before: TaskProgress before }) return new(null, null, [change.Error!]);

        var recorded = task.Recorded.Except(before.Occurrences).Single();
        return new(task, task.Occurrences(null, null, moment.Today).First(occurrence => occurrence.Recorded == recorded), null);
    }
}

internal sealed record RecordOccurrencePayload(PlanTask? Task, TaskOccurrence? Occurrence, ImmutableArray<MutationError>? Errors);
