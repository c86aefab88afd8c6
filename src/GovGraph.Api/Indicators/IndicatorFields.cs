using GovGraph.Api.Units;
using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Units;

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
        indicators.Field("assignments", (indicator, context) => indicator.Assignments.InRole(context.Argument<UnitRole?>("role")));
        indicators.Field("plan", indicator => indicator.Plan);
        indicators.Field("area", indicator => indicator.Area);
        indicators.Field("damage", indicator => indicator.Damage);
        indicators.Field("line", indicator => indicator.Line);
    }

    public static void BindTarget(TypeBinding<IndicatorTarget> targets)
    {
        targets.Field("text", target => target.Text);
        targets.Field("comparator", target => target.Comparator);
        targets.Field("value", target => target.Value);
        targets.Field("maximum", target => target.Maximum);
    }
}
