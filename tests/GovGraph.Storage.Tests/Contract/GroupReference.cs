using System.Globalization;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage.Grouping;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Tests.Contract;

/// <summary>Groups tasks in the plainest way, to compare stores with: a line a group, in no order.</summary>
internal static class GroupReference
{
    private const string None = "-";

    public static IEnumerable<string> Lines(GroupQuery query, IEnumerable<PlanTask> tasks) =>
        from task in tasks
        where query.Filter is null || Reference.Matches(task, query.Filter)
        from key in Keys(task, query)
        group task by key into found
        select $"{found.Key}: {Counts([.. found], query.AsOf)}";

    /// <summary>A group as the reference prints it.</summary>
    public static string Line(GroupedTasks group, GroupQuery query) =>
        $"{string.Join(", ", query.By.Select(key => Value(group.Key, key) ?? None))}: "
        + $"{group.Count} of {group.BudgetTotal} {string.Join(' ', group.Statuses)} {string.Join(' ', group.DeadlineStates)} {group.Progress:R}";

    private static string Counts(List<PlanTask> tasks, DateOnly asOf)
    {
        var wanted = tasks.Count(task => task.Status != TaskStatus.Cancelled);
        double? progress = wanted == 0 ? null : (double)tasks.Count(task => task.Status == TaskStatus.Completed) / wanted;
        return $"{tasks.Count} of {tasks.Sum(task => task.Budget?.Dong ?? 0)} "
            + $"{string.Join(' ', Enum.GetValues<TaskStatus>().Select(status => tasks.Count(task => task.Status == status)))} "
            + $"{string.Join(' ', Enum.GetValues<DeadlineState>().Select(state => tasks.Count(task => task.DeadlineState(asOf) == state)))} {progress:R}";
    }

    private static IEnumerable<string> Keys(PlanTask task, GroupQuery query) => Periods(task, query)
        .SelectMany(period => query.By.Aggregate(
            (IEnumerable<string>)[""],
            (keys, key) => from before in keys from value in Values(task, key, period, query.AsOf) select $"{before}{(before.Length == 0 ? "" : ", ")}{value}"))
        .Distinct();

    private static List<DateOnly?> Periods(PlanTask task, GroupQuery query)
    {
        if (!query.By.Contains(TaskGroupKey.Month) && !query.By.Contains(TaskGroupKey.Quarter))
        {
            return [null];
        }

        if (query.Periods is { } periods)
        {
            return [.. task.CurrentDeadline.Steps.Where(step => query.By.Contains(TaskGroupKey.Month)
                ? Month(step.Due) >= Month(periods.From) && Month(step.Due) <= Month(periods.To)
                : Quarter(step.Due) >= Quarter(periods.From) && Quarter(step.Due) <= Quarter(periods.To)).Select(step => (DateOnly?)step.Due)];
        }

        return task.CurrentDeadline.Steps.IsEmpty ? [null] : [.. task.CurrentDeadline.Steps.Select(step => (DateOnly?)step.Due)];
    }

    private static IEnumerable<string> Values(PlanTask task, TaskGroupKey key, DateOnly? due, DateOnly asOf)
    {
        var values = key switch
        {
            TaskGroupKey.LeadUnit => Units(UnitRole.Lead),
            TaskGroupKey.CoordinatingUnit => Units(UnitRole.Coordinating),
            TaskGroupKey.ImplementingUnit => Units(UnitRole.Implementing),
            TaskGroupKey.Unit => Units(null),
            TaskGroupKey.Area => [task.Area.Id],
            TaskGroupKey.Component => [task.Component?.Id],
            TaskGroupKey.Plan => [task.Plan.Id],
            TaskGroupKey.Issuer => [task.Plan.Issuer.Id],
            TaskGroupKey.Program => [task.Plan.Program.ToString()],
            TaskGroupKey.Level => [task.Plan.Level.ToString()],
            TaskGroupKey.Year => [task.Plan.Year.ToString(CultureInfo.InvariantCulture)],
            TaskGroupKey.Status => [task.Status.ToString()],
            TaskGroupKey.DeadlineState => [task.DeadlineState(asOf).ToString()],
            TaskGroupKey.DeadlineKind => task.Deadline.Kinds.Select(kind => (string?)kind.ToString()),
            TaskGroupKey.Month => [due is { } day ? Text(Month(day)) : null],
            _ => [due is { } day ? Text(Quarter(day)) : null],
        };
        return values.DefaultIfEmpty().Select(value => value ?? None).Distinct();

        IEnumerable<string?> Units(UnitRole? role) =>
            task.Assignments.Where(assignment => role is null || assignment.Role == role).Select(assignment => (string?)assignment.Unit.Id);
    }

    private static string? Value(GroupedTasksKey key, TaskGroupKey name) => name switch
    {
        TaskGroupKey.LeadUnit => key.LeadUnit?.Id,
        TaskGroupKey.CoordinatingUnit => key.CoordinatingUnit?.Id,
        TaskGroupKey.ImplementingUnit => key.ImplementingUnit?.Id,
        TaskGroupKey.Unit => key.Unit?.Id,
        TaskGroupKey.Area => key.Area?.Id,
        TaskGroupKey.Component => key.Component?.Id,
        TaskGroupKey.Plan => key.Plan?.Id,
        TaskGroupKey.Issuer => key.Issuer?.Id,
        TaskGroupKey.Program => key.Program?.ToString(),
        TaskGroupKey.Level => key.Level?.ToString(),
        TaskGroupKey.Year => key.Year?.ToString(CultureInfo.InvariantCulture),
        TaskGroupKey.Status => key.Status?.ToString(),
        TaskGroupKey.DeadlineState => key.DeadlineState?.ToString(),
        TaskGroupKey.DeadlineKind => key.DeadlineKind?.ToString(),
        TaskGroupKey.Month => key.Month is { } month ? Text(month.Start) : null,
        _ => key.Quarter is { } quarter ? Text(quarter.Start) : null,
    };

    private static DateOnly Month(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly Quarter(DateOnly day) => new(day.Year, day.Month - (day.Month - 1) % 3, 1);

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
