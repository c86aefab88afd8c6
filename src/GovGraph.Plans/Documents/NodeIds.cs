using FluentValidation;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Documents;

/// <summary>Ids follow from codes, and no two nodes of a plan share one, whatever they are.</summary>
internal static class NodeIds
{
    public static void Check(PlanDocument plan, ValidationContext<PlanDocument> context)
    {
        var paths = new Dictionary<string, string>();
        foreach (var (area, path) in Indexed(plan.Areas, "Areas"))
        {
            Add($"{plan.Id}/{area.Code}", $"{path}.Code");
            AddAll(area.Groups, area.Tasks, path);
            foreach (var (component, componentPath) in Indexed(area.Components, $"{path}.Components"))
            {
                Add($"{plan.Id}/{component.Code}", $"{componentPath}.Code");
                AddAll(component.Groups, component.Tasks, componentPath);
            }

            foreach (var (indicator, indicatorPath) in Indexed(area.Indicators, $"{path}.Indicators"))
            {
                Add($"{plan.Id}/{indicator.Code}", $"{indicatorPath}.Code");
            }
        }

        void AddAll(GroupDocument[]? groups, TaskDocument[]? tasks, string parent)
        {
            foreach (var (group, path) in Indexed(groups, $"{parent}.Groups"))
            {
                Add($"{plan.Id}/{group.Code}", $"{path}.Code");
            }

            foreach (var (task, path) in Indexed(tasks, $"{parent}.Tasks"))
            {
                AddTask(task, path);
            }
        }

        void AddTask(TaskDocument task, string path)
        {
            Add(task.Id, $"{path}.Id");
            var first = $"{plan.Id}/{task.Code}";
            if (task.Id != first && !IsRepeated(task.Id, first))
            {
                context.AddFailure($"{path}.Id", $"must be \"{first}\", or that with (2), (3) … behind it", $"phải là \"{first}\", hoặc như thế kèm (2), (3) … ở sau");
            }

            AddItems(task.Evidence, item => item.Id, "evidence", $"{path}.Evidence");
            AddItems(task.Events, item => item.Id, "event", $"{path}.Events");
            AddItems(task.Extensions, item => item.Id, "extension", $"{path}.Extensions");
            AddItems(task.Notes, item => item.Id, "note", $"{path}.Notes");

            void AddItems<T>(T[]? items, Func<T, string> idOf, string kind, string list)
            {
                foreach (var (item, itemPath) in Indexed(items, list))
                {
                    Add(idOf(item), $"{itemPath}.Id");
                    if (!IsOrdinal(idOf(item), $"{task.Id}/{kind}/"))
                    {
                        context.AddFailure($"{itemPath}.Id", $"must be \"{task.Id}/{kind}/\" and an ordinal", $"phải là \"{task.Id}/{kind}/\" và một số thứ tự");
                    }
                }
            }
        }

        void Add(string id, string path)
        {
            if (!paths.TryAdd(id, path))
            {
                context.AddFailure(path, $"makes the id \"{id}\", which {JsonPath.Of(paths[id])} has already", $"tạo ra mã \"{id}\", là mã mà {JsonPath.Of(paths[id])} đã có");
            }
        }
    }

    private static bool IsRepeated(string id, string first) => id.EndsWith(')') && IsOrdinal(id[..^1], $"{first}(");

    private static bool IsOrdinal(string id, string before) =>
        id.StartsWith(before, StringComparison.Ordinal)
        && id[before.Length..] is [>= '1' and <= '9', ..] ordinal
        && ordinal.All(char.IsAsciiDigit);

    private static IEnumerable<(T Item, string Path)> Indexed<T>(T[]? items, string path) =>
        (items ?? []).Select((item, index) => (item, $"{path}[{index}]"));
}
