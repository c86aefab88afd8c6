using System.Collections;
using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Text;
using GovGraph.Plans.Units;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;

namespace GovGraph.Storage.Tests.Contract;

/// <summary>What filters and orders mean, written down a second time as plainly as can be; every store must agree with it.</summary>
internal static class Reference
{
    public static bool Matches(object node, Filter? filter) => filter switch
    {
        null => true,
        AllOf all => all.Filters.All(part => Matches(node, part)),
        AnyOf any => any.Filters.Any(part => Matches(node, part)),
        Negation not => !Matches(node, not.Inner),
        Comparison comparison => Compare(Read(node, comparison.Field), comparison.Operator, comparison.Value, IsId(node, comparison.Field)),
        Membership membership => membership.Values.Any(value =>
            Compare(Read(node, membership.Field), FilterOperator.Eq, value, IsId(node, membership.Field))),
        Existence existence => Exists(Read(node, existence.Field)) == existence.Wanted,
        ObjectFilter inner => Read(node, inner.Field) is { } found && Matches(found, inner.Inner),
        ListFilter list => MatchesList(((IEnumerable)Read(node, list.Field)!).Cast<object>(), list),
        CountFilter count => Matches(
            ((IEnumerable)Read(node, count.Field)!).Cast<object>().Count(item => Matches(item, count.Items)), count.Number),
        Involvement involvement => ((PlanTask)node).Assignments.Any(assignment =>
            WithAbove(assignment.Unit).Take(involvement.IncludesUnder ? int.MaxValue : 1).Any(unit => unit.Matches(involvement.Unit)) && (involvement.Roles.IsEmpty || involvement.Roles.Contains(assignment.Role))),
        SummaryOnDay summary => Matches(Summary(node, summary.Scope), summary.Value),
        StateOnDay state => state.States.Contains(((PlanTask)node).DeadlineState(state.AsOf)),
        _ => throw new InvalidOperationException(filter.GetType().Name),
    };

    public static IEnumerable<T> Ordered<T>(IEnumerable<T> items, IEnumerable<OrderTerm> order, params OrderTerm[] tail)
        where T : notnull =>
        order.Concat(tail).Aggregate(items.OrderBy(_ => 0), (ordered, term) => term.Descending
            ? ordered.ThenByDescending(item => Key(item, term), Keys)
            : ordered.ThenBy(item => Key(item, term), Keys));

    private static Comparer<object?> Keys { get; } = Comparer<object?>.Create((left, right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => string.CompareOrdinal(a, b),
        _ => ((IComparable)left).CompareTo(right),
    });

    private static TaskSummary Summary(object node, SummaryScope scope) => node is UnitOfAllPlans unit
        ? new([.. unit.Tasks.Where(task => IsIn(task, unit.Unit.Id, scope))], scope.AsOf)
        : new((ImmutableArray<PlanTask>)Read(node, "tasks")!, scope.AsOf);

    private static bool IsIn(PlanTask task, string unit, SummaryScope scope) =>
        (scope.Year is null || task.Plan.Year == scope.Year)
        && task.Assignments.Any(item => item.Unit.Id == unit && (scope.Roles == UnitRoles.Any || scope.Roles.Each().Contains(item.Role)));

    private static object? Key(object item, OrderTerm term)
    {
        object? node = item;
        var isText = false;
        foreach (var name in term.Path.Split('.'))
        {
            isText = !IsId(node, name);
            node = node is null ? null : name == "summary" ? Summary(node, term.Summary!.Value) : Read(node, name);
        }

        return node is string text && isText ? TextOrder.Key(text) : node;
    }

    private static bool MatchesList(IEnumerable<object> items, ListFilter list) => list.Quantifier switch
    {
        ListQuantifier.Some => items.Any(item => Matches(item, list.Inner)),
        ListQuantifier.All => items.All(item => Matches(item, list.Inner)),
        _ => !items.Any(item => Matches(item, list.Inner)),
    };

    private static IEnumerable<Unit> WithAbove(Unit unit) => unit.Under is { } above ? [unit, .. WithAbove(above)] : [unit];

    private static bool Exists(object? value) => value is string ? true : value is IEnumerable items ? items.Cast<object>().Any() : value is not null;

    private static bool Compare(object? value, FilterOperator filterOperator, object? wanted, bool isId)
    {
        if (value is null || wanted is null)
        {
            return filterOperator == FilterOperator.Eq && value is null && wanted is null;
        }

        if (isId)
        {
            return value.Equals(wanted);
        }

        if (value is string text && wanted is string pattern)
        {
            var keepMarks = FoldedText.Fold(pattern) != FoldedText.FoldMarks(pattern);
            Func<string, string> fold = keepMarks ? FoldedText.Fold : FoldedText.FoldMarks;
            return filterOperator switch
            {
                FilterOperator.Eq => fold(text) == fold(pattern),
                FilterOperator.Contains => fold(text).Contains(fold(pattern), StringComparison.Ordinal),
                FilterOperator.StartsWith => fold(text).StartsWith(fold(pattern), StringComparison.Ordinal),
                FilterOperator.EndsWith => fold(text).EndsWith(fold(pattern), StringComparison.Ordinal),
                _ => throw new InvalidOperationException(filterOperator.ToString()),
            };
        }

        var order = ((IComparable)value).CompareTo(wanted);
        return filterOperator switch
        {
            FilterOperator.Eq => order == 0,
            FilterOperator.Gt => order > 0,
            FilterOperator.Gte => order >= 0,
            FilterOperator.Lt => order < 0,
            FilterOperator.Lte => order <= 0,
            _ => throw new InvalidOperationException(filterOperator.ToString()),
        };
    }

    private static bool IsId(object? node, string field) => field == "id" || (node is Damage && field == "field");

    private static object? Read(object node, string field) => (node, field) switch
    {
        (_, FieldFilter.Itself) => node,
        (UnitOfAllPlans unit, _) => Read(unit.Unit, field),
        (INode named, "id") => named.Id,
        (TaskSummary summary, "total") => summary.Total,
        (TaskSummary summary, "progress") => summary.Progress,
        (TaskSummary summary, "nextDeadline") => summary.NextDeadline?.Due,
        (TaskSummary summary, _) => summary.ByStatus(null).Where(count => FieldName.Of(count.Value) == field).Select(count => count.Count)
            .Concat(summary.ByDeadlineState(null).Where(count => FieldName.Of(count.Value) == field).Select(count => count.Count)).Single(),
        (Plan plan, "title") => plan.Title,
        (Plan plan, "number") => plan.Number,
        (Plan plan, "date") => plan.Date?.Date,
        (Plan plan, "year") => plan.Year,
        (Plan plan, "program") => plan.Program,
        (Plan plan, "level") => plan.Level,
        (Plan plan, "issuer") => plan.Issuer,
        (Plan plan, "place") => plan.Place,
        (Plan plan, "budget") => plan.Budget?.Dong,
        (Plan plan, "areas") => plan.Areas,
        (Plan plan, "tasks") => plan.Tasks,
        (Plan plan, "units") => plan.Units,
        (Plan plan, "damage") => plan.Damage,
        (Issuer issuer, "id") => issuer.Id,
        (Issuer issuer, "name") => issuer.Name,
        (Issuer issuer, "place") => issuer.Place,
        (Area area, "budget") => area.Budget?.Dong,
        (Area area, "plan") => area.Plan,
        (Area area, "damage") => area.Damage,
        (Area area, "code") => area.Code,
        (Area area, "title") => area.Title,
        (Area area, "components") => area.Components,
        (Area area, "tasks") => area.AllTasks,
        (Component component, "budget") => component.Budget?.Dong,
        (Component component, "plan") => component.Plan,
        (Component component, "area") => component.Area,
        (Component component, "damage") => component.Damage,
        (TaskGroup group, "code") => group.Code,
        (TaskGroup group, "title") => group.Title,
        (TaskGroup group, "budget") => group.Budget?.Dong,
        (Component component, "code") => component.Code,
        (Component component, "title") => component.Title,
        (Component component, "tasks") => component.Tasks,
        (PlanTask task, "code") => task.Code,
        (PlanTask task, "title") => task.Title,
        (PlanTask task, "text") => PrintedText(task),
        (PlanTask task, "target") => task.Target,
        (PlanTask task, "expectedResult") => task.ExpectedResult,
        (PlanTask task, "note") => task.Note,
        (PlanTask task, "status") => task.Status,
        (PlanTask task, "completedOn") => task.CompletedOn,
        (PlanTask task, "deadline") => task.Deadline,
        (PlanTask task, "currentDeadline") => task.CurrentDeadline,
        (PlanTask task, "assignments") => task.Assignments,
        (PlanTask task, "evidence") => task.Evidence,
        (PlanTask task, "events") => task.Events,
        (PlanTask task, "extensions") => task.Extensions,
        (PlanTask task, "notes") => task.Notes,
        (PlanTask task, "budget") => task.Budget?.Dong,
        (PlanTask task, "damage") => task.Damage,
        (PlanTask task, "ordinal") => task.Ordinal,
        (PlanTask task, "plan") => task.Plan,
        (PlanTask task, "area") => task.Area,
        (PlanTask task, "component") => task.Component,
        (PlanTask task, "group") => task.Group,
        (Deadline deadline, "text") => deadline.Text,
        (Deadline deadline, "kinds") => deadline.Kinds,
        (Deadline deadline, "steps") => deadline.Steps,
        (DueStep step, "label") => step.Label,
        (DueStep step, "due") => step.Due,
        (DueStep step, "isExclusive") => step.IsExclusive,
        (DueStep step, "lastOnTimeDay") => step.LastOnTimeDay,
        (DueStep step, "start") => step.Start,
        (Deadline deadline, "dueDate") => deadline.DueDate,
        (Deadline deadline, "firstDueDate") => deadline.FirstDueDate,
        (Deadline deadline, "isExclusive") => deadline.IsExclusive,
        (Assignment assignment, "role") => assignment.Role,
        (Assignment assignment, "unit") => assignment.Unit,
        (Assignment assignment, "printed") => assignment.Printed,
        (Assignment assignment, "qualifier") => assignment.Qualifier,
        (Unit unit, "name") => unit.Name,
        (Unit unit, "issuer") => unit.Issuer,
        (Indicator indicator, "code") => indicator.Code,
        (Indicator indicator, "title") => indicator.Title,
        (Indicator indicator, "unit") => indicator.Unit,
        (Indicator indicator, "comparator") => indicator.Target.Comparator,
        (Indicator indicator, "target") => indicator.Target.Value,
        (Indicator { LatestValue: { } latest } indicator, "isBelowTarget") => indicator.Target.IsMissedBy(latest.Value),
        (Indicator { LatestValue: { } latest } indicator, "achievement") => indicator.Target.AchievementOf(latest.Value),
        (Indicator, "isBelowTarget" or "achievement") => null,
        (Indicator indicator, "latestValue") => indicator.Values.LastOrDefault(),
        (Indicator indicator, "values") => indicator.Values,
        (Indicator indicator, "assignments") => indicator.Assignments,
        (Indicator indicator, "ordinal") => indicator.Plan.Indicators.IndexOf(indicator),
        (Indicator indicator, "plan") => indicator.Plan,
        (Indicator indicator, "area") => indicator.Area,
        (IndicatorValue value, "from") => value.Period.From,
        (IndicatorValue value, "to") => value.Period.To,
        (IndicatorValue value, "value") => value.Value,
        (IndicatorValue value, "note") => value.Note,
        (TaskEvent item, "trigger") => item.Trigger,
        (TaskEvent item, "happenedOn") => item.HappenedOn,
        (TaskEvent item, "due") => item.Due,
        (TaskEvent item, "doneOn") => item.DoneOn,
        (TaskEvent item, "note") => item.Note,
        (DeadlineExtension item, "state") => item.State,
        (DeadlineExtension item, "due") => item.Due,
        (DeadlineExtension item, "until") => item.Until,
        (DeadlineExtension item, "reason") => item.Reason,
        (DeadlineExtension item, "by") => item.By,
        (DeadlineExtension item, "at") => item.At,
        (TaskNote item, "text") => item.Text,
        (TaskNote item, "by") => item.By,
        (TaskNote item, "at") => item.At,
        (EvidenceItem item, "kind") => item.Kind,
        (EvidenceItem item, "title") => item.Title,
        (EvidenceItem item, "number") => item.Number,
        (EvidenceItem item, "date") => item.Date,
        (EvidenceItem item, "issuer") => item.Issuer,
        (EvidenceItem item, "url") => item.Url,
        (EvidenceItem item, "fileName") => item.FileName,
        (EvidenceItem item, "size") => item.Size,
        (EvidenceItem item, "sha256") => item.Sha256,
        (EvidenceItem item, "mediaType") => item.MediaType,
        (EvidenceItem item, "value") => item.Value,
        (EvidenceItem item, "unit") => item.Unit,
        (EvidenceItem item, "state") => item.State,
        (EvidenceItem item, "note") => item.Note,
        (EvidenceItem item, "addedAt") => item.AddedAt,
        (Damage damage, "field") => damage.Field,
        (Damage damage, "kind") => damage.Kind,
        (Damage damage, "remark") => damage.Remark,
        _ => throw new InvalidOperationException($"{node.GetType().Name}.{field}"),
    };

    private static string? PrintedText(PlanTask task)
    {
        var text = string.Join('\n', new[] { task.Text, task.Target, task.ExpectedResult, task.Note }.OfType<string>());
        return text.Length == 0 ? null : text;
    }
}

/// <summary>A unit and the tasks of all plans, those in which it takes part among them.</summary>
internal sealed record UnitOfAllPlans(Unit Unit, ImmutableArray<PlanTask> Tasks);
