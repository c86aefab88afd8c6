using FluentValidation;

namespace GovGraph.Plans.Documents;

/// <summary>No two nodes of a plan share an id, whatever they are.</summary>
internal static class OneNodeForEachId
{
    public static void Check(PlanDocument plan, ValidationContext<PlanDocument> context)
    {
        var paths = new Dictionary<string, string>();
        foreach (var (id, path) in Ids(plan))
        {
            if (!paths.TryAdd(id, path))
            {
                context.AddFailure(path, $"makes the id \"{id}\", which {JsonPath.Of(paths[id])} has already");
            }
        }
    }

    private static IEnumerable<(string Id, string Path)> Ids(PlanDocument plan)
    {
        foreach (var (area, path) in Indexed(plan.Areas, "Areas"))
        {
            yield return ($"{plan.Id}/{area.Code}", $"{path}.Code");
            foreach (var id in Ids(plan, area.Groups, area.Tasks, path))
            {
                yield return id;
            }

            foreach (var (component, componentPath) in Indexed(area.Components, $"{path}.Components"))
            {
                yield return ($"{plan.Id}/{component.Code}", $"{componentPath}.Code");
                foreach (var id in Ids(plan, component.Groups, component.Tasks, componentPath))
                {
                    yield return id;
                }
            }

            foreach (var (indicator, indicatorPath) in Indexed(area.Indicators, $"{path}.Indicators"))
            {
                yield return ($"{plan.Id}/{indicator.Code}", $"{indicatorPath}.Code");
            }
        }
    }

    private static IEnumerable<(string Id, string Path)> Ids(PlanDocument plan, GroupDocument[]? groups, TaskDocument[]? tasks, string path) =>
    [
        .. Indexed(groups, $"{path}.Groups").Select(group => ($"{plan.Id}/{group.Item.Code}", $"{group.Path}.Code")),
        .. Indexed(tasks, $"{path}.Tasks").Select(task => (task.Item.Id, $"{task.Path}.Id")),
        .. Indexed(tasks, $"{path}.Tasks").SelectMany(task =>
            Indexed(task.Item.Evidence, $"{task.Path}.Evidence").Select(item => (item.Item.Id, $"{item.Path}.Id"))),
    ];

    private static IEnumerable<(T Item, string Path)> Indexed<T>(T[]? items, string path) =>
        (items ?? []).Select((item, index) => (item, $"{path}[{index}]"));
}
