using GovGraph.Api.History;
using GovGraph.Api.Units;
using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Indicators;

namespace GovGraph.Api.Indicators;

internal static class IndicatorFields
{
    public static void Bind(TypeBinding<Indicator> indicators)
    {
        indicators.Field("id", indicator => indicator.Id);
        indicators.Field("code", indicator => indicator.Code);
        indicators.Field("label", indicator => indicator.Label);
        indicators.Field("heading", indicator => indicator.Heading);
        indicators.Field("title", indicator => indicator.Title);
        indicators.Field("unit", indicator => indicator.Unit);
        indicators.Field("target", indicator => indicator.Target);
        indicators.Field("values", indicator => indicator.Values);
        indicators.Field("latestValue", indicator => indicator.LatestValue);
        indicators.Field("achievement", indicator => indicator.Achievement);
        indicators.Field("isBelowTarget", indicator => indicator.IsBelowTarget);
        indicators.Assignments(indicator => indicator.Assignments);
        indicators.Field("plan", indicator => indicator.Plan);
        indicators.Field("area", indicator => indicator.Area);
        indicators.Field("damage", indicator => indicator.Damage);
        indicators.Field("line", indicator => indicator.Line);
        indicators.Field("version", indicator => indicator.Version);
        indicators.History(indicator => indicator.Plan, indicator => [indicator]);
    }

    public static void BindValue(TypeBinding<IndicatorValue> values)
    {
        values.Field("period", value => value.Period);
        values.Field("value", value => value.Value);
        values.Field("note", value => value.Note);
        values.Field("recordedAt", value => value.RecordedAt);
    }

    public static void BindTarget(TypeBinding<IndicatorTarget> targets)
    {
        targets.Field("text", target => target.Text);
        targets.Field("comparator", target => target.Comparator);
        targets.Field("value", target => target.Value);
        targets.Field("maximum", target => target.Maximum);
    }
}
