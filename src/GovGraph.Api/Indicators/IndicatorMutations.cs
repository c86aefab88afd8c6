using GovGraph.Api.Changes;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Indicators;

namespace GovGraph.Api.Indicators;

internal static class IndicatorMutations
{
    private static readonly OnceADay<RecordIndicatorValueValidator> s_valueRules = new(today => new RecordIndicatorValueValidator(today));

    public static void Bind(SchemaBindings bindings)
    {
        IndicatorErrors.Bind(bindings);
        bindings.Mutation("recordIndicatorValue", "indicator", "value", RecordIndicatorValue);
    }

    private static async ValueTask<NodePayload<Indicator, IndicatorValue>> RecordIndicatorValue(FieldContext context)
    {
        var moment = context.Get<Moment>();
        var input = RecordIndicatorValueInput.From(InputObject.Of(context));
        if (MutationError.Faults(s_valueRules.On(moment.Today), input, context) is { } faults) return faults;

        var value = input.ToValue(moment.Now);
        var change = await NodeChanges.OfIndicator(context, input.IndicatorId, input.Request, indicator => indicator.RecordValue(value));
        return change.ToPayload(indicator => indicator.Values.First(recorded => recorded.Period == value.Period));
    }
}
