using System.Collections.Immutable;
using GovGraph.Api.Changes;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Indicators;

namespace GovGraph.Api.Indicators;

internal static class IndicatorMutations
{
    private static readonly OnceADay<RecordIndicatorValueValidator> s_valueRules = new(today => new RecordIndicatorValueValidator(today));

    public static void Bind(TypeBinding<Root> mutation) =>
        mutation.FieldAsync("recordIndicatorValue", (_, context) => RecordIndicatorValue(context));

    public static void BindPayload(TypeBinding<RecordIndicatorValuePayload> payloads)
    {
        payloads.Field("indicator", payload => payload.Indicator);
        payloads.Field("value", payload => payload.Value);
        payloads.Field("errors", payload => payload.Errors);
    }

    private static async ValueTask<RecordIndicatorValuePayload> RecordIndicatorValue(FieldContext context)
    {
        var moment = context.Get<Moment>();
        var input = RecordIndicatorValueInput.From(InputObject.Of(context));
        if (s_valueRules.On(moment.Today).Validate(input) is { IsValid: false } faults) return new(null, null, MutationError.ForEach(faults, context));

        var value = input.ToValue(moment.Now);
        var (indicator, error) = await NodeChanges.OfIndicator(context, input.IndicatorId, input.Request, indicator => indicator.RecordValue(value));
        return error is null
            ? new(indicator, indicator!.Values.First(recorded => recorded.Period == value.Period), null)
            : new(null, null, [error]);
    }
}

internal sealed record RecordIndicatorValuePayload(Indicator? Indicator, IndicatorValue? Value, ImmutableArray<MutationError>? Errors);
