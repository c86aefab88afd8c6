using System.Collections.Immutable;
using System.Globalization;
using GovGraph.Api.Filters;
using GovGraph.Api.Paging;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.Storage;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Grouping;
using GovGraph.Storage.Ordering;

namespace GovGraph.Api.Grouping;

/// <summary>Reads the arguments of a field that groups tasks.</summary>
internal static class GroupArguments
{
    private const string Key = "key.";

    /// <exception cref="GraphQLException">The arguments don't go together; the message says what to do.</exception>
    public static GroupQuery Read(FieldContext context)
    {
        var today = context.Get<Moment>().Today;
        ImmutableArray<TaskGroupKey> by = [.. context.Argument<IReadOnlyList<object?>>("by").Cast<TaskGroupKey>()];
        if (WhyNot(by) is { } fault) throw Refused(context, "by", fault);

        var having = context.Argument<IReadOnlyDictionary<string, object?>?>("having");
        var where = context.Argument<IReadOnlyDictionary<string, object?>?>("where");
        return new GroupQuery
        {
            By = by,
            Filter = where is null ? null : FilterInputs.Read(FieldMaps.Tasks, where, today),
            AsOf = context.Argument<DateOnly?>("asOf") ?? today,
            Periods = ReadPeriods(context, by),
            Groups = new Query<GroupedTasks>
            {
                Filter = having is null ? null : FilterInputs.Read(GroupedTasksFields.Map, having, today),
                Order = ReadOrder(context, by),
                Page = Connections.ReadPage(context, context.Get<PageSizes>().Max),
                WithTotalCount = context.IsSelected("totalCount"),
            },
        };
    }

    private static string? WhyNot(ImmutableArray<TaskGroupKey> by) =>
        by.IsEmpty ? "Name at least one key in `by`."
        : by.Length > GroupQuery.MaxKeys ? $"`by` takes at most {GroupQuery.MaxKeys} keys; here are {by.Length}."
        : by.Distinct().Count() < by.Length ? "Name each key once in `by`."
        : null;

    private static GroupPeriods? ReadPeriods(FieldContext context, ImmutableArray<TaskGroupKey> by)
    {
        if (context.Argument<IReadOnlyDictionary<string, object?>?>("periods") is not { } input) return null;

        var periods = new GroupPeriods((DateOnly)input["from"]!, (DateOnly)input["to"]!, (bool)input["includeEmpty"]!);
        string? fault =
            !by.Contains(TaskGroupKey.Month) && !by.Contains(TaskGroupKey.Quarter) ? "`periods` goes with MONTH or QUARTER in `by`: name one of them, or leave `periods` out."
            : periods.From > periods.To ? "`periods` must not end before it begins: `from` is after `to`."
            : periods.MonthCount > GroupPeriods.MaxMonths ? string.Create(
                CultureInfo.InvariantCulture, $"`periods` spans at most {GroupPeriods.MaxMonths} months; from {periods.From:O} to {periods.To:O} there are {periods.MonthCount}.")
            : null;
        return fault is null ? periods : throw Refused(context, "periods", fault);
    }

    private static ImmutableArray<OrderTerm> ReadOrder(FieldContext context, ImmutableArray<TaskGroupKey> by) =>
    [
        .. OrderInputs.Read(context.Argument<IReadOnlyList<object?>?>("order"), context.Get<Moment>().Today).SelectMany(term => term.Path.StartsWith(Key, StringComparison.Ordinal)
            ? GroupedTasksFields.PartsOf(KeyOf(term.Path[Key.Length..], context, by)).Select(part => term with { Path = part })
            : [term]),
    ];

    private static TaskGroupKey KeyOf(string name, FieldContext context, ImmutableArray<TaskGroupKey> by)
    {
        var key = Enum.GetValues<TaskGroupKey>().Single(key => FieldName.Of(key) == name);
        return by.Contains(key) ? key : throw Refused(context, "order", $"The groups can't be ordered by `{name}`, which is not among the keys in `by`.");
    }

    private static GraphQLException Refused(FieldContext context, string argument, string message) => new(new GraphQLError(message)
    {
        Code = "INVALID_ARGUMENT",
        Extensions = ImmutableDictionary<string, object?>.Empty.Add("argument", argument).Add("coordinate", context.Coordinate),
    });
}
