using System.Globalization;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Memory;
using GovGraph.Storage.Paging;

namespace GovGraph.Storage.Grouping;

/// <summary>Groups tasks that are in memory, and cuts a page out of the groups.</summary>
internal static class GroupReader
{
    public static Page<GroupedTasks> Read(
        GroupQuery query, TaskList tasks, Func<PlanTask, bool>? matches, PlanSet plans, CancellationToken cancellation)
    {
        var map = GroupedTasksFields.MapOf(query);
        var grouping = new TaskGrouping(query, plans);
        try
        {
            return grouping.Of(tasks, matches, cancellation) is { } groups
                ? PageReader.Read(groups, query.Groups.Filter?.Compile(map), new Keyset<GroupedTasks>(map, query.Groups), query.Groups, isInOrder: false)
                : new Page<GroupedTasks>(TooMany);
        }
        catch (OverflowException fault)
        {
            throw new StoreException("The budgets of these tasks are more together than whole đồng in 64 bits can count.", fault);
        }
    }

    private static PageFault TooMany => new(
        PageFaultKind.TooManyGroups,
        "by",
        string.Create(CultureInfo.InvariantCulture, $"These tasks make more than {TaskGrouping.MaxGroups:N0} groups: ask for fewer keys in `by`, or for fewer tasks by `where`."));
}
