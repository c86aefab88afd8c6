using GovGraph.Api.Paging;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Deadlines;
using GovGraph.Storage;
using GovGraph.Storage.Grouping;
using GovGraph.Storage.Paging;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Api.Grouping;

internal static class GroupFields
{
    public static async ValueTask<Page<GroupedTasks>> Find(PlanStore store, FieldContext context) =>
        Connections.Found(await store.GroupTasks(GroupArguments.Read(context), context.CancellationToken), context);

    public static void Bind(SchemaBindings bindings)
    {
        bindings.Enum<TaskGroupKey>("TaskGroupKey");
        bindings.Type<GroupedTasks>("GroupedTasks", groups =>
        {
            groups.Field("key", group => group.Key);
            groups.Field("count", group => group.Count);
            groups.Field("budgetTotal", group => group.BudgetTotal);
            groups.Field("progress", group => group.Progress);
            groups.Field("byStatus", (group, context) => group.ByStatus(context.Argument<TaskStatus?>("status")));
            groups.Field("byDeadlineState", (group, context) => group.ByDeadlineState(context.Argument<DeadlineState?>("state")));
        });
        bindings.Type<GroupedTasksKey>("GroupedTasksKey", BindKey);
        bindings.Type<CalendarMonth>("CalendarMonth", months =>
        {
            months.Field("year", month => month.Year);
            months.Field("month", month => month.Month);
            months.Field("start", month => month.Start);
            months.Field("end", month => month.End);
        });
        bindings.Type<CalendarQuarter>("CalendarQuarter", quarters =>
        {
            quarters.Field("year", quarter => quarter.Year);
            quarters.Field("quarter", quarter => quarter.Quarter);
            quarters.Field("start", quarter => quarter.Start);
            quarters.Field("end", quarter => quarter.End);
        });
    }

    private static void BindKey(TypeBinding<GroupedTasksKey> keys)
    {
        keys.Field("leadUnit", key => key.LeadUnit);
        keys.Field("coordinatingUnit", key => key.CoordinatingUnit);
        keys.Field("implementingUnit", key => key.ImplementingUnit);
        keys.Field("unit", key => key.Unit);
        keys.Field("area", key => key.Area);
        keys.Field("component", key => key.Component);
        keys.Field("plan", key => key.Plan);
        keys.Field("issuer", key => key.Issuer);
        keys.Field("program", key => key.Program);
        keys.Field("level", key => key.Level);
        keys.Field("year", key => key.Year);
        keys.Field("status", key => key.Status);
        keys.Field("deadlineState", key => key.DeadlineState);
        keys.Field("deadlineKind", key => key.DeadlineKind);
        keys.Field("month", key => key.Month);
        keys.Field("quarter", key => key.Quarter);
    }
}
