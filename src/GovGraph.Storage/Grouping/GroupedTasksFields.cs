using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Deadlines;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Ordering;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Grouping;

/// <summary>The fields of a group, in a store of its own: the key in <c>_id</c>, the counts beside it.</summary>
public static class GroupedTasksFields
{
    private static readonly FieldMap<GroupedTasksKey> Keys = new(
        "GroupedTasksKey",
        new IdField<GroupedTasksKey>("leadUnit", key => key.LeadUnit?.Id),
        new IdField<GroupedTasksKey>("coordinatingUnit", key => key.CoordinatingUnit?.Id),
        new IdField<GroupedTasksKey>("implementingUnit", key => key.ImplementingUnit?.Id),
        new IdField<GroupedTasksKey>("unit", key => key.Unit?.Id),
        new IdField<GroupedTasksKey>("plan", key => key.Plan?.Id),
        new IdField<GroupedTasksKey>("issuer", key => key.Issuer?.Id),
        new IdField<GroupedTasksKey>("areaPlan", key => key.Area?.Plan.Id),
        new ValueField<GroupedTasksKey, int>("area", key => key.Area?.Plan.Areas.IndexOf(key.Area)),
        new IdField<GroupedTasksKey>("componentPlan", key => key.Component?.Plan.Id),
        new ValueField<GroupedTasksKey, int>("componentArea", key => key.Component?.Plan.Areas.IndexOf(key.Component.Area)),
        new ValueField<GroupedTasksKey, int>("component", key => key.Component?.Area.Components.IndexOf(key.Component)),
        new ValueField<GroupedTasksKey, ReformProgram>("program", key => key.Program),
        new ValueField<GroupedTasksKey, AdministrativeLevel>("level", key => key.Level),
        new ValueField<GroupedTasksKey, int>("year", key => key.Year),
        new ValueField<GroupedTasksKey, TaskStatus>("status", key => key.Status),
        new ValueField<GroupedTasksKey, DeadlineState>("deadlineState", key => key.DeadlineState),
        new ValueField<GroupedTasksKey, DeadlineKind>("deadlineKind", key => key.DeadlineKind),
        new ValueField<GroupedTasksKey, DateOnly>("month", key => key.Month?.Start),
        new ValueField<GroupedTasksKey, DateOnly>("quarter", key => key.Quarter?.Start));

    private static readonly ImmutableArray<Field<GroupedTasks>> Fields =
    [
        new ObjectField<GroupedTasks, GroupedTasksKey>("key", group => group.Key, () => Keys, "_id"),
        new ValueField<GroupedTasks, int>("count", group => group.Count),
        new ValueField<GroupedTasks, long>("budgetTotal", group => group.BudgetTotal),
        new ValueField<GroupedTasks, double>("progress", group => group.Progress),
        .. Enum.GetValues<TaskStatus>().Select(status => new ValueField<GroupedTasks, int>(FieldName.Of(status), group => group.Of(status))),
        .. Enum.GetValues<DeadlineState>().Select(state => new ValueField<GroupedTasks, int>(FieldName.Of(state), group => group.Of(state))),
    ];

    /// <summary>What groups are filtered by.</summary>
    public static FieldMap<GroupedTasks> Map { get; } = new("GroupedTasks", Fields);

    /// <summary>The same with what orders the groups of a query.</summary>
    public static FieldMap<GroupedTasks> MapOf(GroupQuery query) =>
        new($"GroupedTasks {query.Name}", Fields) { Tail = [.. query.By.SelectMany(key => PartsOf(key)).Select(part => new OrderTerm(part))] };

    /// <summary>The paths of what tells the values of a key apart, in their order: units, plans and bodies by id, areas and components as printed.</summary>
    public static ImmutableArray<string> PartsOf(TaskGroupKey key) => key switch
    {
        TaskGroupKey.Area => ["key.areaPlan", "key.area"],
        TaskGroupKey.Component => ["key.componentPlan", "key.componentArea", "key.component"],
        _ => [$"key.{FieldName.Of(key)}"],
    };
}
