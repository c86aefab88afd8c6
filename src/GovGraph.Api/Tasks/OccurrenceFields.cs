using System.Collections.Immutable;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Tasks;

namespace GovGraph.Api.Tasks;

internal static class OccurrenceFields
{
    private const int MostListed = 1000;

    public static void BindTask(TypeBinding<PlanTask> tasks)
    {
        tasks.Field("occurrences", (task, context) => List(task, context));
        tasks.Field("missingOccurrences", (task, context) => task.MissingOccurrences(AsOf(context)));
    }

    public static void Bind(TypeBinding<TaskOccurrence> occurrences)
    {
        occurrences.Field("period", occurrence => occurrence.Slot.Period);
        occurrences.Field("ordinal", occurrence => occurrence.Slot.Ordinal);
        occurrences.Field("due", occurrence => occurrence.Slot.Due);
        occurrences.Field("isExclusive", occurrence => occurrence.Slot.IsExclusive);
        occurrences.Field("label", occurrence => occurrence.Slot.Label);
        occurrences.Field("recurrence", occurrence => occurrence.Slot.Recurrence);
        occurrences.Field("state", occurrence => occurrence.State);
        occurrences.Field("happenedOn", occurrence => occurrence.Recorded?.HappenedOn);
        occurrences.Field("note", occurrence => occurrence.Recorded?.Note);
        occurrences.Field("recordedAt", occurrence => occurrence.Recorded?.RecordedAt);
    }

    public static DateOnly AsOf(FieldContext context) => context.Argument<DateOnly?>("asOf") ?? context.Get<Moment>().Today;

    private static ImmutableArray<TaskOccurrence> List(PlanTask task, FieldContext context)
    {
        var (from, to) = (context.Argument<DateOnly?>("from"), context.Argument<DateOnly?>("to"));
        if (from > to) throw new GraphQLException(new GraphQLError($"`from` must not be after `to`, but {from:yyyy-MM-dd} is after {to:yyyy-MM-dd}.") { Code = "INVALID_RANGE" });

        ImmutableArray<TaskOccurrence> occurrences = [.. task.Occurrences(from, to, AsOf(context)).Take(MostListed + 1)];
        return occurrences.Length <= MostListed
            ? occurrences
            : throw new GraphQLException(new GraphQLError($"At most {MostListed} occurrences can be listed at once: ask for a shorter time with `from` and `to`.") { Code = "TOO_MANY_OCCURRENCES" });
    }
}
