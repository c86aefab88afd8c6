using GovGraph.Api.Changes;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Tasks;

namespace GovGraph.Api.Tasks;

internal static class OccurrenceMutations
{
    private static readonly OnceADay<RecordOccurrenceValidator> s_rules = new(today => new RecordOccurrenceValidator(today));

    public static void Bind(SchemaBindings bindings)
    {
        OccurrenceErrors.Bind(bindings);
        bindings.Mutation("recordOccurrence", "task", "occurrence", RecordOccurrence);
    }

    private static async ValueTask<NodePayload<PlanTask, TaskOccurrence>> RecordOccurrence(FieldContext context)
    {
        var moment = context.Get<Moment>();
        var input = RecordOccurrenceInput.From(InputObject.Of(context));
        if (MutationError.Faults(s_rules.On(moment.Today), input, context) is { } faults) return faults;

        var change = await NodeChanges.OfTask(
            context, input.TaskId, input.Request, task => task.RecordOccurrence(input.Period?.Find(), input.Due, input.Ordinal, input.ToRecord(moment.Now)));
        return change.ToPayload(task =>
        {
            var recorded = task.Recorded.Except(((TaskProgress)change.Before!).Occurrences).Single();
            return task.Occurrences(null, null, moment.Today).First(occurrence => occurrence.Recorded == recorded);
        });
    }
}
