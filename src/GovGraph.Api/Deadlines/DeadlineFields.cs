using GovGraph.Api.Filters;
using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Deadlines;
using GovGraph.Storage.Fields;

namespace GovGraph.Api.Deadlines;

internal static class DeadlineFields
{
    public static void Bind(TypeBinding<Deadline> deadlines)
    {
        deadlines.Field("text", deadline => deadline.Text);
        deadlines.Field("kinds", deadline => deadline.Kinds);
        deadlines.List("steps", FieldMaps.DueSteps, deadline => deadline.Steps);
        deadlines.Field("dueDate", deadline => deadline.DueDate);
        deadlines.Field("firstDueDate", deadline => deadline.FirstDueDate);
        deadlines.Field("isExclusive", deadline => deadline.IsExclusive);
        deadlines.Field("windowStart", deadline => deadline.WindowStart);
        deadlines.Field("windowEnd", deadline => deadline.WindowEnd);
        deadlines.Field("recurrences", deadline => deadline.Recurrences);
        deadlines.Field("triggers", deadline => deadline.Triggers);
        deadlines.Field("otherPlan", deadline => deadline.OtherPlan);
    }

    public static void BindStep(TypeBinding<DueStep> steps)
    {
        steps.Field("key", step => step.Key);
        steps.Field("label", step => step.Label);
        steps.Field("due", step => step.Due);
        steps.Field("isExclusive", step => step.IsExclusive);
        steps.Field("lastOnTimeDay", step => step.LastOnTimeDay);
        steps.Field("start", step => step.Start);
    }

    public static void BindRecurrence(TypeBinding<Recurrence> recurrences)
    {
        recurrences.Field("text", recurrence => recurrence.Text);
        recurrences.Field("period", recurrence => recurrence.Period);
        recurrences.Field("times", recurrence => recurrence.Times);
        recurrences.Field("timesPerYear", recurrence => recurrence.TimesPerYear);
    }

    public static void BindTrigger(TypeBinding<DeadlineTrigger> triggers)
    {
        triggers.Field("relation", trigger => trigger.Relation);
        triggers.Field("event", trigger => trigger.Event);
        triggers.Field("label", trigger => trigger.Label);
        triggers.Field("amount", trigger => trigger.Amount);
        triggers.Field("unit", trigger => trigger.Unit);
    }
}
