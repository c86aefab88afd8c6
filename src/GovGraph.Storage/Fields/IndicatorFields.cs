using GovGraph.Plans;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Units;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of an indicator.</summary>
internal static class IndicatorFields
{
    private static FieldMap<IndicatorValue> Values { get; } = new(
        "IndicatorValue",
        new ValueField<IndicatorValue, DateOnly>("from", value => value.Period.From),
        new ValueField<IndicatorValue, DateOnly>("to", value => value.Period.To),
        new ValueField<IndicatorValue, decimal>("value", value => value.Value),
        new TextField<IndicatorValue>("note", value => value.Note))
    {
        Tail = [],
    };

    public static FieldMap<Indicator> Map { get; } = new(
        "Indicator",
        new IdField<Indicator>("id", indicator => indicator.Id),
        new TextField<Indicator>("code", indicator => indicator.Code),
        new TextField<Indicator>("title", indicator => indicator.Title),
        new TextField<Indicator>("unit", indicator => indicator.Unit),
        new ValueField<Indicator, IndicatorComparator>("comparator", indicator => indicator.Target.Comparator),
        new ValueField<Indicator, decimal>("target", indicator => indicator.Target.Value),
        new ValueField<Indicator, bool>("isBelowTarget", indicator => indicator.IsBelowTarget),
        new ValueField<Indicator, decimal>("achievement", indicator => indicator.Achievement),
        new ObjectField<Indicator, IndicatorValue>("latestValue", indicator => indicator.LatestValue, () => Values),
        new ListField<Indicator, IndicatorValue>("values", indicator => indicator.Values, () => Values),
        new ListField<Indicator, Assignment>("assignments", indicator => indicator.Assignments, () => AssignmentFields.Map),
        new ValueField<Indicator, int>("ordinal", indicator => indicator.Ordinal),
        new ObjectField<Indicator, Plan>("plan", indicator => indicator.Plan, () => PlanFields.Map, "", isAbove: true),
        new ObjectField<Indicator, Area>("area", indicator => indicator.Area, () => AreaFields.Map, isAbove: true))
    {
        Tail = [new("plan.id"), new("ordinal")],
    };
}
