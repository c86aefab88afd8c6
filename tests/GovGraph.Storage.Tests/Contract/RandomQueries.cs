using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using GovGraph.Plans;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Search;
using GovGraph.Plans.Units;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Grouping;
using GovGraph.Storage.Ordering;
using GovGraph.Storage.Search;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Tests.Contract;

/// <summary>Makes filters and orders from whatever a field map names.</summary>
internal static class RandomQueries
{
    private static readonly string[] Texts =
    [
        "", " ", "ban hanh", "Bàn", "BÀN HÀNH", "rà soát", "ra soat 2", "thủ tục", "kế hoạch (", "[a-z]*", "\\", "100%", "\"", "đ", "d", "Đ", "ubnd",
        "UBND xã", "ubnd xa", "Văn phòng HĐND và UBND xã", "1", "1.a", "2#1", "an binh", "Đại Lộc", "báo cáo, quyết định", "LOST", "ngày", "VP-TK",
        "Điểm thứ nhất\nĐiểm thứ hai",
    ];

    private static readonly string[] Wanted =
    [
        "ban", "Bàn", "bản", "hanh", "hành", "\"bàn hành\"", "\"ban hanh\"", "ke hoach", "kế hoạch", "ra", "soat", "rà", "SOÁT", "\"ra soat 2\"", "2", "10", "1*", "thu tuc",
        "\"THỦ TỤC\"", "thủ", "thu*", "t*", "đ*", "d*", "đ", "day", "đẩy", "Đẩy mạnh", "UBND", "xa", "xã", "\"ubnd xã\"", "VP–TK", "\"vp tk\"", "vp*", "100%", "ho so",
        "\"điểm thứ nhất Điểm\"", "\"diem thu nhat\" \"diem thu hai\"", "\"bao cao quyet\"", "bao cao quyet dinh", "01/KH-UBND", "kh-u*", "kh*", "nam 2024", "2024", "linh vuc",
        "\"lĩnh vực\" 1", "nhom viec", "Nhóm", "ghi chu", "[a-z]*", "a", "z*", "$where", "$year", "không", "dai loc", "Đại Lộc", "an binh", "so 1", "\"noi bo",
    ];

    private static readonly string[] UnitNames = ["UBND xã", "ubnd  cấp xã", "Công chức VP - TK", "Văn phòng HĐND và UBND xã", "Các thôn", "xã"];

    private static readonly string[] Comparisons = ["eq", "neq", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"];

    private static readonly string[] TextComparisons =
        ["eq", "neq", "contains", "ncontains", "startsWith", "nstartsWith", "endsWith", "nendsWith"];

    public static Gen<Filter> Filters(FieldMap map, ImmutableArray<string> ids) => Filters(map, ids, 3);

    /// <summary>Up to three terms of what the map can be ordered by.</summary>
    public static Gen<ImmutableArray<OrderTerm>> Orders(params string[] paths) =>
        from terms in Gen.Elements(paths).Zip(Gen.Elements(true, false)).ListOf()
        select terms.Take(3).Select(term => new OrderTerm(term.Item1, term.Item2) { AsOf = term.Item1.Contains("summary.", StringComparison.Ordinal) ? Dates[4] : null }).ToImmutableArray();

    /// <summary>One to three keys, perhaps a filter on tasks, on groups, periods and an order.</summary>
    public static Gen<GroupQuery> Groups(ImmutableArray<string> ids) =>
        from keys in Gen.Shuffle(Enum.GetValues<TaskGroupKey>())
        from count in Gen.Choose(1, 3)
        from filter in Gen.Frequency((1, Gen.Constant<Filter?>(null)), (2, Filters(FieldMaps.Tasks, ids, 2).Select(found => (Filter?)found)))
        from asOf in Gen.Elements(Dates)
        from months in Gen.Choose(0, 14)
        from hasPeriods in Gen.Elements(true, false)
        from includeEmpty in Gen.Elements(true, false)
        from having in Gen.Frequency((1, Gen.Constant<Filter?>(null)), (1, Having().Select(found => (Filter?)found)))
        from order in Orders(["count", "budgetTotal", "progress", "completed", "openOverdue", .. keys.Take(count).SelectMany(key => GroupedTasksFields.PartsOf(key))])
        let taken = keys.Take(count).ToImmutableArray()
        let start = new DateOnly(2023, 11, 15)
        select new GroupQuery
        {
            By = taken,
            Filter = filter,
            AsOf = asOf,
            Periods = hasPeriods && (taken.Contains(TaskGroupKey.Month) || taken.Contains(TaskGroupKey.Quarter)) ? new GroupPeriods(start, start.AddMonths(months), includeEmpty) : null,
            Groups = new() { Filter = having, Order = order },
        };

    private static Gen<Filter> Having() =>
        from name in Gen.Elements("count", "completed", "openOverdue", "noDeadline", "progress", "budgetTotal")
        from comparison in Gen.Elements(Comparisons)
        from value in Gen.Elements(0, 1, 2, 5)
        select FilterOperators.Compare(name, comparison, name switch { "progress" => value / 10.0, "budgetTotal" => value * 1_500_000L, _ => (object)value })!;

    /// <summary>Words, phrases and beginnings that the sample plans print, or nearly print, looked for in some kinds of nodes of some plans.</summary>
    public static Gen<SearchQuery> Searches(ImmutableArray<string> ids) =>
        from first in Gen.Elements(Wanted)
        from others in Gen.Elements(Wanted).ListOf()
        from isOfAllKinds in Gen.Elements(true, true, false)
        from kinds in Gen.Elements(Enum.GetValues<SearchKind>()).ListOf()
        from isOfAllPlans in Gen.Elements(true, true, false)
        from plans in Filters(FieldMaps.Plans, ids, 1)
        select new SearchQuery(WantedText.Read(string.Join(' ', others.Take(2).Prepend(first)), out _)!)
        {
            Kinds = isOfAllKinds ? [.. Enum.GetValues<SearchKind>()] : [.. kinds.Take(3)],
            Plans = isOfAllPlans ? null : plans,
        };

    private static Gen<Filter> Filters(FieldMap map, ImmutableArray<string> ids, int depth)
    {
        var fields = Gen.Elements(map.Fields.Where(field => depth > 0 || field.Inner is null).ToArray())
            .SelectMany(field => ForField(field, ids, depth));
        if (depth == 0)
        {
            return fields;
        }

        var parts = Filters(map, ids, depth - 1).ListOf().Select(filters => filters.Take(3).ToImmutableArray());
        return Gen.Frequency(
            (6, fields),
            (2, parts.Select(filters => Filter.And(filters))),
            (2, parts.Select(filters => Filter.Or(filters))),
            (1, Filters(map, ids, depth - 1).Select(Filter.Not)));
    }

    private static Gen<Filter> ForField(Field field, ImmutableArray<string> ids, int depth) => field.Kind switch
    {
        FieldKind.Id => Gen.OneOf(
            Compare(field, ["eq", "neq"], Ids(field, ids)), Lists(field, Ids(field, ids)), Existence(field)),
        FieldKind.Text => Gen.OneOf(Compare(field, TextComparisons, Gen.Elements(Texts).Select(text => (object?)text).OrNull()),
            Lists(field, Gen.Elements(Texts).Select(text => (object?)text).OrNull()), Existence(field)),
        FieldKind.Value => Gen.OneOf(
            Compare(field, Comparisons, Values(field.ValueType!)), Lists(field, Values(field.ValueType!)), Existence(field)),
        FieldKind.Object => Gen.OneOf(
            Filters(field.Inner!, ids, depth - 1).Select(inner => Filter.Object(field.Name, inner)), Existence(field)),
        FieldKind.List => Gen.OneOf(
            from quantifier in Gen.Elements(Enum.GetValues<ListQuantifier>())
            from inner in Filters(field.Inner!, ids, depth - 1)
            select (Filter)new ListFilter(field.Name, quantifier, inner),
            from inner in Filters(field.Inner!, ids, depth - 1)
            from number in Numbers
            select Filter.Count(field.Name, inner, number),
            Existence(field)),
        FieldKind.Involvement =>
            from unit in Gen.Elements(UnitNames.Concat(ids.Where(id => id.EndsWith("/ubnd-xa", StringComparison.Ordinal))).ToArray())
            from roles in Gen.Elements(Enum.GetValues<UnitRole>()).ListOf()
            from includesUnder in Gen.Elements(true, false)
            select (Filter)new Involvement(unit, [.. roles.Take(2)], includesUnder),
        FieldKind.Summary =>
            from day in Gen.Elements(Dates)
            from figure in Gen.Elements(field.Inner!.Fields.ToArray())
            from value in ForField(figure, ids, 0)
            from roles in Gen.Elements(UnitRoles.Any, UnitRoles.Any, UnitRoles.Lead, UnitRoles.Lead | UnitRoles.Coordinating, UnitRoles.Evaluator)
            from year in Gen.Elements<int?>(null, null, 2023, 1999)
            select Filter.Summary(field is SummaryField<Unit> ? new SummaryScope(day, roles, year) : day, figure.Name, value),
        _ =>
            from day in Gen.Elements(Dates)
            from states in Gen.Elements(Enum.GetValues<DeadlineState>()).ListOf()
            select Filter.StateOn(day, [.. states.Take(3)]),
    };

    private static readonly Gen<Filter> Numbers =
        from name in Gen.Elements(Comparisons)
        from number in Boxed(0, 1, 2, 5)
        from others in Boxed(0, 3).ListOf()
        from isList in Gen.Elements(true, false, false)
        select (isList ? FilterOperators.Compare(FieldFilter.Itself, "nin", [.. others]) : FilterOperators.Compare(FieldFilter.Itself, name, number))!;

    private static Gen<Filter> Existence(Field field) => Gen.Elements(true, false).Select(wanted => Filter.Exists(field.Name, wanted));

    private static Gen<Filter> Compare(Field field, string[] names, Gen<object?> values) =>
        from name in Gen.Elements(names)
        from value in values
        select FilterOperators.Compare(field.Name, name, value)!;

    private static Gen<Filter> Lists(Field field, Gen<object?> values) =>
        from name in Gen.Elements("in", "nin")
        from list in values.ListOf()
        select FilterOperators.Compare(field.Name, name, [.. list.Take(4)])!;

    private static Gen<object?> Ids(Field field, ImmutableArray<string> ids) =>
        Gen.Elements(field.Name == "id" ? [.. ids] : new[] { "note", "number" }).Select(id => (object?)id).OrNull();

    private static readonly DateOnly[] Dates =
    [
        DateOnly.MinValue, new(2023, 12, 31), new(2024, 1, 2), new(2024, 2, 5), new(2024, 3, 29), new(2024, 3, 30), new(2024, 3, 31),
        new(2024, 4, 30), new(2024, 6, 30), new(2024, 12, 31), DateOnly.MaxValue,
    ];

    private static Gen<object?> Values(Type type) =>
        type == typeof(int) ? Boxed(0, 1, 2022, 2023, 2024)
        : type == typeof(double) ? Boxed(0.0, 0.25, 1.0 / 3, 0.5, 1.0)
        : type == typeof(long) ? Boxed(0L, 1_500_000L, 12_000_000L, long.MaxValue)
        : type == typeof(decimal) ? Boxed(0m, 0.75m, 1m, 37.50m, 80m, 105.5m)
        : type == typeof(IndicatorComparator) ? Boxed(Enum.GetValues<IndicatorComparator>())
        : type == typeof(bool) ? Boxed(true, false)
        : type == typeof(DateOnly) ? Boxed(Dates)
        : type == typeof(DateTimeOffset) ? Boxed(SampleStore.Moment, DateTimeOffset.MinValue)
        : type == typeof(TaskStatus) ? Boxed(Enum.GetValues<TaskStatus>())
        : type == typeof(DeadlineKind) ? Boxed(Enum.GetValues<DeadlineKind>())
        : type == typeof(UnitRole) ? Boxed(Enum.GetValues<UnitRole>())
        : type == typeof(ReformProgram) ? Boxed(Enum.GetValues<ReformProgram>())
        : type == typeof(AdministrativeLevel) ? Boxed(Enum.GetValues<AdministrativeLevel>())
        : type == typeof(EvidenceKind) ? Boxed(Enum.GetValues<EvidenceKind>())
        : type == typeof(EvidenceState) ? Boxed(Enum.GetValues<EvidenceState>())
        : type == typeof(ExtensionState) ? Boxed(Enum.GetValues<ExtensionState>())
        : type == typeof(DamageKind) ? Boxed(Enum.GetValues<DamageKind>())
        : throw new InvalidOperationException(type.Name);

    private static Gen<object?> Boxed<T>(params T[] values) => Gen.Elements(values).Select(value => (object?)value).OrNull();

    private static Gen<object?> OrNull(this Gen<object?> values) => Gen.Frequency((7, values), (1, Gen.Constant<object?>(null)));
}
