using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Storage;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;

namespace GovGraph.Benchmarks.Stores;

/// <summary>What both stores are asked for: the tasks of one unit that fall due in one quarter. How many match does not depend on how many plans there are.</summary>
internal static class Questions
{
    // Of the first sample province: it has a plan in each hundred of the first three.
    private const string Body = "tan-hung-01";
    private const int FirstPlans = 200;

    private static readonly DateOnly s_from = new(2025, 4, 1);
    private static readonly DateOnly s_to = new(2025, 6, 30);

    /// <summary>The first ten, the most urgent first.</summary>
    public static Query<PlanTask> About(IEnumerable<string> files)
    {
        var unitId = Unit(files.Take(FirstPlans).Where(file => Path.GetFileName(file).StartsWith(Body, StringComparison.Ordinal)).Select(StoreComparison.Read));
        return new()
        {
            Filter = Filter.And(
                Filter.Some("assignments", Filter.Object("unit", Filter.Eq("id", unitId))),
                Filter.Object("deadline", Filter.And(FilterOperators.Compare("dueDate", "gte", s_from)!, FilterOperators.Compare("dueDate", "lte", s_to)!))),
            Order = [new OrderTerm("deadline.dueDate")],
            Page = new() { First = 10 },
        };
    }

    /// <summary>The unit of the body that has most to do in that quarter.</summary>
    private static string Unit(IEnumerable<Plan> plans) => plans
        .SelectMany(plan => plan.Tasks)
        .Where(task => task.Deadline.DueDate >= s_from && task.Deadline.DueDate <= s_to)
        .SelectMany(task => task.Assignments.Select(assignment => assignment.Unit.Id).Distinct())
        .CountBy(id => id).MaxBy(count => count.Value).Key;
}
