using GovGraph.GraphQL.Bindings;
using GovGraph.Plans;

namespace GovGraph.Api.Tasks;

internal static class OccurrenceErrors
{
    public static void Bind(SchemaBindings bindings)
    {
        bindings.Error<PeriodOutsidePlanError>(errors =>
        {
            errors.Field("period", error => error.Period);
            errors.Field("year", error => error.Year);
        });
        bindings.Error<OccurrenceNotDueError>();
        bindings.Error<OccurrenceRecordedError>(errors =>
        {
            errors.Field("period", error => error.Period);
            errors.Field("ordinal", error => error.Ordinal);
            errors.Field("happenedOn", error => error.HappenedOn);
        });
    }
}

internal sealed record PeriodOutsidePlanError(string Message, Period Period, int Year) : MutationError(Message, "PERIOD_OUTSIDE_PLAN");

internal sealed record OccurrenceNotDueError(string Message) : MutationError(Message, "OCCURRENCE_NOT_DUE");

internal sealed record OccurrenceRecordedError(string Message, Period Period, int Ordinal, DateOnly HappenedOn) : MutationError(Message, "OCCURRENCE_RECORDED");
